//! `BatchNorm1d`, `BatchNorm2d` and `LayerNorm`.

use crate::{AXES, Arg, Cost, Fault, Shape, UNKNOWN};

/// The arguments of a batch norm as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchNormArgs {
    /// The only positional argument; `None` infers it.
    pub channels: Option<usize>,
    /// The rank of its input: 1 or 2 for `BatchNorm1d`, 3 for `BatchNorm2d`.
    pub images: bool,
    /// `eps = 1e-5`, added to the variance.
    pub eps: f64,
    /// `momentum = 0.1`: `running = (1 - momentum) * running + momentum * batch`.
    pub momentum: f64,
}

/// A batch norm on a known input: statistics over the batch and all positions of a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchNorm {
    /// The shape it is applied to; its first axis is the channel.
    pub input: Shape,
    /// C.
    pub channels: usize,
    /// Positions of a channel in one sample: height * width, or 1.
    pub positions: usize,
    /// Added to the variance.
    pub eps: f64,
    /// Weight of the batch in the running statistics.
    pub momentum: f64,
    images: bool,
    declared: Option<usize>,
}

impl BatchNorm {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, args: BatchNormArgs) -> Self {
        Self {
            input,
            channels: match args.channels {
                Some(n) => n,
                None if images_fit(&input, args.images) => input.channels(),
                None => UNKNOWN,
            },
            positions: input.per_channel(),
            eps: args.eps,
            momentum: args.momentum,
            images: args.images,
            declared: args.channels,
        }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let declared = match self.declared {
            Some(n) => n,
            None => UNKNOWN,
        };
        let rank = if self.images {
            Fault::rank(&self.input, 3, 3)
        } else {
            Fault::rank(&self.input, 1, 2)
        };
        rank.or(Fault::zero(declared, Arg::Input)).or(Fault::differ(
            self.input.channels(),
            declared,
            true,
        ))
    }

    /// The shape of the output: the input's, with the declared channels; unknown when the layer does
    /// not take an input of that rank.
    #[must_use]
    pub const fn output(&self) -> Shape {
        match self.input.rank() {
            1 | 2 if self.images => Shape::new(&[self.channels, UNKNOWN, UNKNOWN]),
            3 if !self.images => Shape::UNKNOWN,
            0 => Shape::UNKNOWN,
            1 => Shape::new(&[self.channels]),
            2 => Shape::new(&[self.channels, self.input.dim(1)]),
            _ => Shape::new(&[self.channels, self.input.dim(1), self.input.dim(2)]),
        }
    }

    /// The shape of weight, bias and running statistics: (channels).
    #[must_use]
    pub const fn weight(&self) -> Shape {
        Shape::new(&[self.channels])
    }

    /// What one sample costs at inference: a multiplication and an addition an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost {
            parameters: self.channels.saturating_mul(2),
            frozen: 0,
            macs: 0,
            flops: (self.output().len() as u64).saturating_mul(2),
        }
    }
}

const fn images_fit(input: &Shape, images: bool) -> bool {
    input.rank() == 0 || images == (input.rank() == 3)
}

/// A `LayerNorm` on a known input: each row of the last `axes` axes gets mean 0 and variance 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerNorm {
    /// The shape it is applied to.
    pub input: Shape,
    /// The number of axes, from the last, that are normalised together.
    pub axes: usize,
    /// Rows of one sample.
    pub rows: usize,
    /// Elements of a row.
    pub features: usize,
    /// Added to the variance.
    pub eps: f64,
}

impl LayerNorm {
    /// Resolves the layer on `input`: over its last `axes` axes, all of them with `None`, and with `eps` added to the
    /// variance.
    #[must_use]
    pub const fn new(input: Shape, axes: Option<usize>, eps: f64) -> Self {
        let rank = input.rank();
        let axes = match axes {
            Some(n) => n,
            None => rank,
        };
        let (mut rows, mut features) = (1, 1);
        if rank == 0 || axes == UNKNOWN {
            (rows, features) = (UNKNOWN, UNKNOWN);
        }
        let mut i = 0;
        while i < rank {
            if axes < rank - i {
                rows = crate::mul(rows, input.dim(i));
            } else {
                features = crate::mul(features, input.dim(i));
            }
            i += 1;
        }
        Self { input, axes, rows, features, eps }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let rank = self.input.rank();
        if rank != 0 && self.axes == 0 {
            Fault::Zero(Arg::Axis)
        } else if rank != 0 && self.axes != UNKNOWN && self.axes > rank {
            Fault::Axis { axis: self.axes, rank }
        } else {
            Fault::None
        }
    }

    /// The shape of the output: the input's.
    #[must_use]
    pub const fn output(&self) -> Shape {
        self.input
    }

    /// The shape of weight and bias: the last `axes` sizes.
    #[must_use]
    pub const fn weight(&self) -> Shape {
        let rank = self.input.rank();
        if self.axes == UNKNOWN {
            return Shape::UNKNOWN;
        }
        if rank == 0 && 0 < self.axes && self.axes <= AXES {
            // The rank is the weight's; of its sizes the last may be known.
            let dims = [UNKNOWN; AXES];
            return Shape::new(dims.split_at(self.axes).0).with_last(self.input.last());
        }
        if self.axes >= rank {
            return self.input;
        }
        let dims = self.input.dims().split_at(rank - self.axes).1;
        Shape::new(dims)
    }

    /// What one sample costs: mean, variance, and a multiplication and an addition an element.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost {
            parameters: self.features.saturating_mul(2),
            frozen: 0,
            macs: 0,
            flops: (self.input.len() as u64).saturating_mul(7),
        }
    }
}
