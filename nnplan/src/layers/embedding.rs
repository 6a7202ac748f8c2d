//! `Embedding`: each integer becomes a row of a table.

use crate::{Arg, Cost, Fault, Shape, UNKNOWN, mul};

/// The arguments of an `Embedding` as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddingArgs {
    /// Left of the arrow: rows of the table; `None` is as many as there are integers.
    pub count: Option<usize>,
    /// Right of the arrow.
    pub features: usize,
}

/// An `Embedding` of a known input of integers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Embedding {
    /// The shape it is applied to.
    pub input: Shape,
    /// Rows of the table.
    pub count: usize,
    /// Size of the last axis of the output.
    pub features: usize,
    /// The integers lie in `0..limit`.
    pub limit: usize,
}

impl Embedding {
    /// Resolves the layer on an input of integers below `limit`.
    #[must_use]
    pub const fn new(input: Shape, limit: usize, args: EmbeddingArgs) -> Self {
        let count = match args.count {
            Some(n) => n,
            None => limit,
        };
        Self { input, count, features: args.features, limit }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::rank(&self.input, 1, 2)
            .or(Fault::zero(self.features, Arg::Output))
            .or(self.rows_fault())
            .or(Fault::zero(self.count, Arg::Input))
            .or(Fault::overflow(&self.weight()))
            .or(Fault::overflow(&self.output()))
    }

    const fn rows_fault(&self) -> Fault {
        if self.count != UNKNOWN && self.limit != UNKNOWN && self.count < self.limit {
            Fault::Rows { expected: self.limit, found: self.count }
        } else {
            Fault::None
        }
    }

    /// The shape of the output: the input's, then `features`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        let i = &self.input;
        match i.rank() {
            1 => Shape::new(&[i.dim(0), self.features]),
            2 => Shape::new(&[i.dim(0), i.dim(1), self.features]),
            _ => Shape::UNKNOWN.with_last(self.features),
        }
    }

    /// The shape of the weight: (rows, features).
    #[must_use]
    pub const fn weight(&self) -> Shape {
        Shape::new(&[self.count, self.features])
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost { parameters: mul(self.count, self.features), frozen: 0, macs: 0, flops: 0 }
    }
}
