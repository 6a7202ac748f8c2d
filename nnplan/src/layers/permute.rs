//! `permute`: the axes in another order.

use crate::{AXES, Cost, Fault, Layout, Shape, UNKNOWN};

/// A `permute` of a known input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Permute {
    /// The shape it is applied to.
    pub input: Shape,
    /// Axis `i` of the output is axis `axes[i]` of the input.
    pub axes: [usize; AXES],
    /// The number of axes that are named.
    pub rank: usize,
}

impl Permute {
    /// Resolves the function on `input`.
    #[must_use]
    pub const fn new(input: Shape, axes: &[usize]) -> Self {
        let mut all = [UNKNOWN; AXES];
        let mut i = 0;
        while i < axes.len() && i < AXES {
            all[i] = axes[i];
            i += 1;
        }
        Self { input, axes: all, rank: axes.len() }
    }

    /// A value of this shape from one layout to another. What it is applied to, and what it gives, are the sizes as they lie.
    ///
    /// ```
    /// use nnplan::{Layout, Permute, Shape};
    ///
    /// let image = Shape::new(&[3, 8, 9]);
    /// let there = Permute::between(image, Layout::Logical, Layout::ChannelsLast);
    /// assert_eq!(there.output().dims(), [8, 9, 3]);
    /// let back = Permute::between(image, Layout::ChannelsLast, Layout::Logical);
    /// assert_eq!((back.input.dims(), back.output()), (&[8, 9, 3][..], image));
    /// ```
    #[must_use]
    pub const fn between(shape: Shape, from: Layout, to: Layout) -> Self {
        let to_logical = match from.axes() {
            None => Self::new(shape, Self::ORDER.split_at(shape.rank()).0),
            Some(axes) => Self::new(shape, axes).inverse(),
        };
        let Some(to) = to.axes() else { return to_logical };
        let (mut axes, mut i) = ([0; AXES], 0);
        while i < to.len() {
            axes[i] = to_logical.axes[to[i]];
            i += 1;
        }
        Self::new(to_logical.input, axes.split_at(to.len()).0)
    }

    /// The axes as they are.
    const ORDER: [usize; AXES] = [0, 1, 2, 3, 4, 5];

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        // Without an input the axes are as many as it has.
        let rank = if self.input.rank() == 0 { self.rank } else { self.input.rank() };
        let fault = Fault::Permutation { rank, found: self.rank };
        if self.rank != rank || rank == 0 || rank > AXES {
            return fault;
        }
        let mut named = [false; AXES];
        let mut i = 0;
        while i < rank {
            let axis = self.axes[i];
            if axis != UNKNOWN {
                if axis >= rank || named[axis] {
                    return fault;
                }
                named[axis] = true;
            }
            i += 1;
        }
        Fault::None
    }

    /// The shape of the output: the sizes in the order of the axes.
    #[must_use]
    pub const fn output(&self) -> Shape {
        if self.rank == 0 || self.rank > AXES {
            return Shape::UNKNOWN;
        }
        let mut dims = [UNKNOWN; AXES];
        let mut i = 0;
        while i < self.rank {
            dims[i] = self.input.around(self.axes[i]).1;
            i += 1;
        }
        Shape::new(dims.split_at(self.rank).0)
    }

    /// The way back: from the output to the input.
    #[must_use]
    pub const fn inverse(&self) -> Self {
        let mut axes = [UNKNOWN; AXES];
        let mut i = 0;
        while i < self.rank && i < AXES {
            if self.axes[i] < AXES {
                axes[self.axes[i]] = i;
            }
            i += 1;
        }
        Self { input: self.output(), axes, rank: self.rank }
    }

    /// What it costs: numbers are moved.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        Cost::ZERO
    }
}
