//! Products of matrices that are both values, and their gradients.
//!
//! Of one layer: `a` is (batch, m, k), `b` (batch, k, n), each possibly stored transposed, `y` (batch, m, n).

use nnplan::MatMul;

use super::{Access, Out};
use crate::Element;

/// Matrices one after another: the first, how far apart they are, and the steps to the next row and column.
#[derive(Clone, Copy)]
struct Matrices<A> {
    first: A,
    len: usize,
    row: usize,
    column: usize,
}

impl<A> Matrices<A> {
    /// Stored as `rows` of `columns`, or transposed to that.
    fn new(first: A, rows: usize, columns: usize, is_transposed: bool) -> Self {
        let (row, column) = if is_transposed { (1, rows) } else { (columns, 1) };
        Self { first, len: rows * columns, row, column }
    }

    fn transposed(self) -> Self {
        Self { row: self.column, column: self.row, ..self }
    }
}

/// `C = A B` for so many products; A is (m, k), B (k, n). Each element is summed in the order of k.
fn gemm<A: Access>(
    products: usize,
    [m, k, n]: [usize; 3],
    a: Matrices<A>,
    b: Matrices<A>,
    c: Matrices<A>,
) {
    for i in 0..products {
        let (x, y) = (a.first.from(i * a.len), b.first.from(i * b.len));
        for row in 0..m {
            for column in 0..n {
                let mut sum = A::Number::ZERO;
                for p in 0..k {
                    let left = x.get(row * a.row + p * a.column);
                    sum += left * y.get(p * b.row + column * b.column);
                }
                c.first.set(i * c.len + row * c.row + column * c.column, sum);
            }
        }
    }
}

fn left<A>(g: &MatMul, a: A) -> Matrices<A> {
    Matrices::new(a, g.m, g.k, g.transpose_left)
}

fn right<A>(g: &MatMul, b: A) -> Matrices<A> {
    Matrices::new(b, g.k, g.n, g.transpose_right)
}

fn output<A>(g: &MatMul, y: A) -> Matrices<A> {
    Matrices::new(y, g.m, g.n, false)
}

/// `y = a b`
pub fn matmul<A: Access>(g: &MatMul, samples: usize, [a, b]: [A; 2], [y]: [Out<A>; 1]) {
    gemm(samples * g.batch, [g.m, g.k, g.n], left(g, a), right(g, b), output(g, y.to));
}

/// `d_a = d_y bᵀ`
pub fn matmul_grad_left<A: Access>(
    g: &MatMul,
    samples: usize,
    [d_y, b]: [A; 2],
    [d_a]: [Out<A>; 1],
) {
    let b = right(g, b).transposed();
    gemm(samples * g.batch, [g.m, g.n, g.k], output(g, d_y), b, left(g, d_a.to));
}

/// `d_b = aᵀ d_y`
pub fn matmul_grad_right<A: Access>(
    g: &MatMul,
    samples: usize,
    [a, d_y]: [A; 2],
    [d_b]: [Out<A>; 1],
) {
    let a = left(g, a).transposed();
    gemm(samples * g.batch, [g.k, g.m, g.n], a, output(g, d_y), right(g, d_b.to));
}
