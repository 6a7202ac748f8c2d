//! `matmul`: products of matrices that are both values.

use crate::shape::or_known;
use crate::{Cost, Fault, Shape, UNKNOWN, times};

/// A `matmul` of known shapes: `batch` products of (m, k) and (k, n).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatMul {
    /// The shape of the left operand.
    pub left: Shape,
    /// The shape of the right operand.
    pub right: Shape,
    /// Whether the left matrices are stored as (k, m).
    pub transpose_left: bool,
    /// Whether the right matrices are stored as (n, k).
    pub transpose_right: bool,
    /// Products a sample.
    pub batch: usize,
    /// Rows of the left matrix.
    pub m: usize,
    /// Columns of the left matrix, rows of the right one.
    pub k: usize,
    /// Columns of the right matrix.
    pub n: usize,
}

/// Batch, rows and columns of an operand.
const fn sizes(shape: &Shape, transposed: bool) -> (usize, usize, usize) {
    let (batch, rows, columns) = match shape.rank() {
        2 => (1, shape.dim(0), shape.dim(1)),
        3 => (shape.dim(0), shape.dim(1), shape.dim(2)),
        _ => (UNKNOWN, UNKNOWN, UNKNOWN),
    };
    if transposed { (batch, columns, rows) } else { (batch, rows, columns) }
}

impl MatMul {
    /// Resolves the function on two shapes.
    #[must_use]
    pub const fn new(
        left: Shape,
        right: Shape,
        transpose_left: bool,
        transpose_right: bool,
    ) -> Self {
        let (left_batch, m, left_k) = sizes(&left, transpose_left);
        let (right_batch, right_k, n) = sizes(&right, transpose_right);
        let (batch, k) = (or_known(left_batch, right_batch), or_known(left_k, right_k));
        Self { left, right, transpose_left, transpose_right, batch, m, k, n }
    }

    /// The first fault.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        let (left, right) = (self.left, self.right);
        let ranks = Fault::rank(&left, 2, 3).or(Fault::rank(&right, 2, 3));
        if !ranks.is_none() {
            return ranks;
        }
        let same_rank = left.rank() == 0 || right.rank() == 0 || left.rank() == right.rank();
        let (left_batch, _, left_k) = sizes(&left, self.transpose_left);
        let (right_batch, right_k, _) = sizes(&right, self.transpose_right);
        if !(same_rank && agree(left_batch, right_batch) && agree(left_k, right_k)) {
            let transposed = [self.transpose_left, self.transpose_right];
            return Fault::Product { left, right, transposed };
        }
        Fault::overflow(&self.output())
    }

    /// The shape of the output: `[m, n]` or `[batch, m, n]`.
    #[must_use]
    pub const fn output(&self) -> Shape {
        let rank = if self.left.rank() == 0 { self.right.rank() } else { self.left.rank() };
        match rank {
            2 => Shape::new(&[self.m, self.n]),
            3 => Shape::new(&[self.batch, self.m, self.n]),
            _ => Shape::UNKNOWN,
        }
    }

    /// What one sample costs.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        let macs = times(times(times(self.batch as u64, self.m), self.k), self.n);
        Cost { parameters: 0, frozen: 0, macs, flops: macs.saturating_mul(2) }
    }
}

/// Whether two sizes are equal, as far as is known.
const fn agree(a: usize, b: usize) -> bool {
    a == b || a == UNKNOWN || b == UNKNOWN
}
