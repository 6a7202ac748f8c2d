//! `a + b`, `a - b`, `a * b`, `a / b`: two values of one shape, element by element.

use crate::{Cost, Fault, Shape};

/// What is made of two elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryFunction {
    /// `a + b`
    Add,
    /// `a - b`
    Sub,
    /// `a * b`
    Mul,
    /// `a / b`
    Div,
}

impl BinaryFunction {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Add, Self::Sub, Self::Mul, Self::Div];

    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
        }
    }
}

/// A function of two values on known shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binary {
    /// What is made of two elements.
    pub function: BinaryFunction,
    /// The shape of the left operand.
    pub left: Shape,
    /// The shape of the right operand.
    pub right: Shape,
}

impl Binary {
    /// Resolves the function on two shapes.
    #[must_use]
    pub const fn new(function: BinaryFunction, left: Shape, right: Shape) -> Self {
        Self { function, left, right }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        if self.left.fits(&self.right) {
            Fault::overflow(&self.output())
        } else {
            Fault::Unequal { left: self.left, right: self.right }
        }
    }

    /// The shape of the output: the same as of the operands.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.left.or(&self.right)
    }

    /// What one sample costs: an operation an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost { parameters: 0, frozen: 0, macs: 0, flops: self.output().len() as u64 }
    }
}
