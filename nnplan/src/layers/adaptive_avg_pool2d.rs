//! `AdaptiveAvgPool2d`: an image of a given size, whose pixels are means of windows.

use crate::{Arg, Cost, Fault, Shape, UNKNOWN};

/// An `AdaptiveAvgPool2d` on a known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdaptiveAvgPool2d {
    /// The shape it is applied to.
    pub input: Shape,
    /// Rows and columns of the output.
    pub size: [usize; 2],
}

impl AdaptiveAvgPool2d {
    /// Resolves the layer on `input`.
    #[must_use]
    pub const fn new(input: Shape, size: [usize; 2]) -> Self {
        Self { input, size }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        Fault::rank(&self.input, 3, 3)
            .or(Fault::zero(self.size[0], Arg::Output))
            .or(Fault::zero(self.size[1], Arg::Output))
            .or(Fault::overflow(&self.output()))
    }

    /// The shape of the output: `[channels, rows, columns]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        let channels = if self.input.rank() == 3 { self.input.dim(0) } else { UNKNOWN };
        Shape::new(&[channels, self.size[0], self.size[1]])
    }

    /// Where the window of pixel `i` of the output along an axis (0 vertical, 1 horizontal) begins in the input, and the end
    /// after it: `⌊i · input / output⌋` and `⌈(i + 1) · input / output⌉`, as in PyTorch.
    #[must_use]
    pub const fn window(&self, axis: usize, i: usize) -> [usize; 2] {
        part(i, self.input.dim(1 + axis), self.size[axis])
    }

    /// In which windows pixel `i` of the input along an axis lies: the first of them, and the end after the last. It is
    /// [`window`](Self::window) with input and output exchanged.
    #[must_use]
    pub const fn windows_of(&self, axis: usize, i: usize) -> [usize; 2] {
        part(i, self.size[axis], self.input.dim(1 + axis))
    }

    /// What one sample costs: an operation an element of each window.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        if self.input.rank() != 3 || !self.input.is_known() || !self.output().is_known() {
            return Cost::ZERO;
        }
        let mut flops = self.input.dim(0) as u64;
        let mut axis = 0;
        while axis < 2 {
            let (input, output) = (self.input.dim(1 + axis) as u64, self.size[axis] as u64);
            // Each border that is within a pixel is read by the windows on both of its sides.
            let shared = if output == 0 { 0 } else { output - divisor(input, output) };
            flops = flops.saturating_mul(input.saturating_add(shared));
            axis += 1;
        }
        Cost { flops, ..Cost::ZERO }
    }
}

/// `⌊i · from / to⌋` and `⌈(i + 1) · from / to⌉`, without the large products.
const fn part(i: usize, from: usize, to: usize) -> [usize; 2] {
    let to = if to == 0 { 1 } else { to };
    let (whole, rest) = (from / to, from % to);
    let end = (i + 1) * rest;
    let end_of_rest = end.div_ceil(to);
    [i * whole + i * rest / to, (i + 1) * whole + end_of_rest]
}

/// The greatest common divisor.
const fn divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
