//! `Linear`: `y = x Wᵀ + b` over the last axis.

use crate::{Arg, Cost, Fault, Shape, UNKNOWN, mul, times};

/// The arguments of a `Linear` as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinearArgs {
    /// Left of the arrow; `None` infers it.
    pub in_features: Option<usize>,
    /// Right of the arrow.
    pub out_features: usize,
    /// `bias = true`.
    pub bias: bool,
}

impl LinearArgs {
    /// All of them.
    #[must_use]
    pub const fn new(in_features: Option<usize>, out_features: usize, bias: bool) -> Self {
        Self { in_features, out_features, bias }
    }
}

/// A `Linear` on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linear {
    /// The shape it is applied to.
    pub input: Shape,
    /// Rows of one sample: 1 for a vector.
    pub rows: usize,
    /// Size of the last axis of the input.
    pub in_features: usize,
    /// Size of the last axis of the output.
    pub out_features: usize,
    /// Whether there is a bias.
    pub bias: bool,
    declared: Option<usize>,
}

impl Linear {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: LinearArgs) -> Self {
        // After a mismatch the declared size wins, so that one mistake is one error.
        let in_features = match args.in_features {
            Some(n) => n,
            None => input.last(),
        };
        let rows = if input.rank() == 2 { input.dim(0) } else { 1 };
        Self {
            input,
            rows,
            in_features,
            out_features: args.out_features,
            bias: args.bias,
            declared: args.in_features,
        }
    }

    /// The numbers of a product of so many rows, where no shape is asked for.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_rows(rows: usize, in_features: usize, out_features: usize, bias: bool) -> Self {
        let input = Shape::UNKNOWN;
        Self { input, rows, in_features, out_features, bias, declared: None }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let declared = match self.declared {
            Some(n) => n,
            None => UNKNOWN,
        };
        Fault::rank(&self.input, 1, 2)
            .or(Fault::zero(declared, Arg::Input))
            .or(Fault::zero(self.out_features, Arg::Output))
            .or(Fault::differ(self.input.last(), declared, false))
            .or(Fault::overflow(&self.weight()))
            .or(Fault::overflow(&self.output()))
    }

    /// The shape of the output: the input's with another last size, `[out_features]` where the layer
    /// does not take an input of that rank.
    #[must_use]
    pub const fn output(&self) -> Shape {
        match self.input.rank() {
            0 => self.input.with_last(self.out_features),
            2 => Shape::new(&[self.input.dim(0), self.out_features]),
            _ => Shape::new(&[self.out_features]),
        }
    }

    /// The inputs of one output, and the outputs of one input.
    #[must_use]
    pub const fn fans(&self) -> [usize; 2] {
        [self.in_features, self.out_features]
    }

    /// The shape of the weight: (out, in).
    #[must_use]
    pub const fn weight(&self) -> Shape {
        Shape::new(&[self.out_features, self.in_features])
    }

    /// The shape of the bias: (out).
    #[must_use]
    pub const fn bias(&self) -> Shape {
        Shape::new(&[self.out_features])
    }

    /// What one sample costs.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let macs = times(times(self.rows as u64, self.in_features), self.out_features);
        let bias = if self.bias { self.out_features } else { 0 };
        Cost {
            parameters: mul(self.in_features, self.out_features).saturating_add(bias),
            frozen: 0,
            macs,
            flops: macs.saturating_mul(2).saturating_add(times(bias as u64, self.rows)),
        }
    }
}
