//! The portable kernels: one of each operation, generic over the number and over how memory is reached.
//!
//! A device that has nothing better for an operation runs its portable kernel: it is the default body of the method in
//! [`Ops`](crate::device::Ops). A kernel goes through its elements in one order and sums up in it, so the bits are the same on
//! every device. `y` may be the same memory as an operand that the table of operations lists under `in_place`: an element is
//! read before it is written.

mod adaptive_avg_pool2d;
mod fill;
mod normalize;
mod pad2d;
mod prelu;
mod scale;
mod slice;

pub use adaptive_avg_pool2d::{adaptive_avg_pool2d, adaptive_avg_pool2d_grad};
pub use fill::{fill, fill_grad};
pub use normalize::{normalize, normalize_grad};
pub use pad2d::{pad2d, pad2d_grad};
pub use prelu::{prelu, prelu_grad_input, prelu_grad_weight};
pub use scale::{scale, scale_grad_parameters};
pub use slice::slice_put;

use crate::Element;

/// Numbers that are read and written by their place.
pub trait Access: Copy {
    /// What they are.
    type Number: Element;

    /// Number `i`.
    fn get(self, i: usize) -> Self::Number;

    /// Writes number `i`.
    fn set(self, i: usize, value: Self::Number);
}

/// What a kernel does with the sums that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// They replace what is there.
    Assign,
    /// What is there is the start of each sum: the samples before these belong to it.
    Continue,
    /// They are added to what is there.
    Add,
}

/// What a kernel writes.
#[derive(Clone, Copy, Debug)]
pub struct Out<A> {
    /// Where.
    pub to: A,
    /// What becomes of sums there.
    pub write: Write,
    /// Whether it is there: the gradient of a frozen tensor is not.
    pub is_there: bool,
}

impl<A: Access> Out<A> {
    /// Number `i` is the sum that `sum` makes from its start, as [`write`](Self::write) says.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn store(self, i: usize, sum: impl FnOnce(A::Number) -> A::Number) {
        let value = match self.write {
            Write::Assign => sum(A::Number::ZERO),
            Write::Continue => sum(self.to.get(i)),
            Write::Add => self.to.get(i) + sum(A::Number::ZERO),
        };
        self.to.set(i, value);
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use core::cell::Cell;
    use std::vec::Vec;

    use nnplan::{AdaptiveAvgPool2d, Fill, Shape, Slice};

    use super::*;

    #[derive(Clone, Copy)]
    struct Numbers<'a>(&'a [Cell<f64>]);

    impl Access for Numbers<'_> {
        type Number = f64;

        fn get(self, i: usize) -> f64 {
            self.0[i].get()
        }

        fn set(self, i: usize, value: f64) {
            self.0[i].set(value);
        }
    }

    fn cells(values: &[f64]) -> Vec<Cell<f64>> {
        values.iter().copied().map(Cell::new).collect()
    }

    /// What a kernel makes of `x`, where `y` was there before.
    fn made(
        x: &[f64],
        y: &[f64],
        write: Write,
        kernel: impl Fn([Numbers<'_>; 1], [Out<Numbers<'_>>; 1]),
    ) -> Vec<f64> {
        let (x, y) = (cells(x), cells(y));
        kernel([Numbers(&x)], [Out { to: Numbers(&y), write, is_there: true }]);
        y.iter().map(Cell::get).collect()
    }

    #[test]
    fn a_tensor_is_there_for_each_sample() {
        let g = Fill::new(Shape::new(&[2]), true);
        let y = made(&[3.0, -1.0], &[9.0; 6], Write::Assign, |x, y| fill(&g, 3, x, y));
        assert_eq!(y, [3.0, -1.0, 3.0, -1.0, 3.0, -1.0]);
        let y = made(&[], &[9.0; 4], Write::Assign, |x, y| fill(&Fill::zeros(2), 2, x, y));
        assert_eq!(y, [0.0; 4]);
    }

    #[test]
    fn its_gradient_is_the_sum_of_all_samples() {
        let g = Fill::new(Shape::new(&[2]), true);
        let d_y = [1.0, 10.0, 2.0, 20.0, 3.0, 30.0];
        let of = |write| made(&d_y, &[100.0, 200.0], write, |d_y, d_w| fill_grad(&g, 3, d_y, d_w));
        assert_eq!(of(Write::Assign), [6.0, 60.0]);
        assert_eq!(of(Write::Add), [106.0, 260.0]);
    }

    #[test]
    fn a_part_is_put_in_its_place() {
        // Two samples of (2, 3, 1): the second and third position of each row.
        let g = Slice::new(Shape::new(&[2, 3]), 1, 1, 3);
        let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        let y = made(&x, &[0.0; 12], Write::Assign, |x, y| slice_put(&g, 2, x, y));
        assert_eq!(y, [0.0, 1.0, 2.0, 0.0, 3.0, 4.0, 0.0, 5.0, 6.0, 0.0, 7.0, 8.0]);
    }

    #[test]
    fn windows_of_an_adaptive_pool_overlap() {
        // Of five columns: 0..2, 1..4, 3..5.
        let g = AdaptiveAvgPool2d::new(Shape::new(&[1, 1, 5]), [1, 3]);
        let x = [1.0, 3.0, 5.0, 7.0, 9.0];
        let y = made(&x, &[0.0; 3], Write::Assign, |x, y| adaptive_avg_pool2d(&g, 1, x, y));
        assert_eq!(y, [2.0, 5.0, 8.0]);
        let d_y = [2.0, 3.0, 4.0];
        let d_x =
            made(&d_y, &[9.0; 5], Write::Assign, |x, y| adaptive_avg_pool2d_grad(&g, 1, x, y));
        assert_eq!(d_x, [1.0, 2.0, 1.0, 3.0, 2.0]);
    }
}
