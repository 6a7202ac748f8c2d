//! Functions as they are written where that is not as they are resolved, and how their gradients are.

use super::{Affine, Concat, Permute, Reduce, ReduceFunction, Slice};
use crate::{AXES, Shape, UNKNOWN, add, div, mul};

impl Permute {
    /// `transpose`: the last two axes exchanged.
    #[must_use]
    pub const fn transpose(input: Shape) -> Self {
        match input.rank() {
            2 => Self::new(input, &[1, 0]),
            3 => Self::new(input, &[0, 2, 1]),
            4 => Self::new(input, &[0, 1, 3, 2]),
            5 => Self::new(input, &[0, 1, 2, 4, 3]),
            6 => Self::new(input, &[0, 1, 2, 3, 5, 4]),
            _ => Self::new(input, &[1, 0]),
        }
    }
}

impl Slice {
    /// `split`: part `index` of `parts` equal ones.
    #[must_use]
    pub const fn part(input: Shape, axis: usize, index: usize, parts: usize) -> Self {
        let size = div(input.around(axis).1, parts);
        let start = mul(index, size);
        let mut slice = Self::new(input, axis, start, add(start, size));
        slice.parts = parts;
        slice
    }
}

impl Concat {
    /// Value `i` as a slice of the output: its gradient is the same slice of the gradient.
    #[must_use]
    pub const fn part(&self, i: usize) -> Slice {
        Slice::new(self.output(), self.axis, self.start(i), self.start(i + 1))
    }
}

impl Reduce {
    /// Over these axes; `None` is all of them. One that is out of range is a fault.
    #[must_use]
    pub const fn over(
        function: ReduceFunction,
        input: Shape,
        axes: Option<&[usize]>,
        keep: bool,
    ) -> Self {
        let (mut all, mut beyond) = ([false; AXES], None);
        let mut i = 0;
        match axes {
            None => {
                while i < input.rank() && i < AXES {
                    all[i] = true;
                    i += 1;
                }
            }
            Some(axes) => {
                while i < axes.len() {
                    if axes[i] < AXES {
                        all[axes[i]] = true;
                    } else if axes[i] != UNKNOWN {
                        beyond = Some(axes[i]);
                    }
                    i += 1;
                }
            }
        }
        Self { beyond, ..Self::new(function, input, all, keep) }
    }
}

impl Affine {
    /// The gradient: `d_x = scale * d_y`.
    #[must_use]
    pub const fn gradient(&self) -> Self {
        Self { shift: 0.0, ..*self }
    }
}
