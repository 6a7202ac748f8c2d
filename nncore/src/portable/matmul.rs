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

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::matmul as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, strict, written};

    fn geometry(stack: usize, [m, k, n]: [usize; 3], left: bool, right: bool) -> MatMul {
        let shape = |rows: usize, columns: usize, is_transposed: bool| {
            let (rows, columns) = if is_transposed { (columns, rows) } else { (rows, columns) };
            let all = [stack, rows, columns];
            Shape::new(if stack == 1 { &all[1..] } else { &all })
        };
        MatMul::new(shape(m, k, left), shape(k, n, right), left, right)
    }

    fn check(g: &MatMul, samples: usize, special: f32) {
        let what = format!("{g:?}, {samples} samples");
        let [mut a, b, d_y] =
            [g.left, g.right, g.output()].map(|s| numbers(s.len(), samples * s.len()));
        a[0] *= special;
        let (mut y, mut d_a, mut d_b) =
            (vec![0.0; d_y.len()], vec![0.0; a.len()], vec![0.0; b.len()]);
        cpu::matmul(strict(), g, samples, &a, &b, &mut y);
        cpu::matmul_grad_left(strict(), g, samples, &d_y, &b, &mut d_a);
        cpu::matmul_grad_right(strict(), g, samples, &a, &d_y, &mut d_b);
        let [left, right, by] = [&a, &b, &d_y].map(|x| read(x));
        assert_bits(&written(y.len(), |y| matmul(g, samples, [left, right], [y])), &y, &what);
        let found = written(a.len(), |d| matmul_grad_left(g, samples, [by, right], [d]));
        assert_bits(&found, &d_a, &what);
        let found = written(b.len(), |d| matmul_grad_right(g, samples, [left, by], [d]));
        assert_bits(&found, &d_b, &what);
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for sizes in [[1, 1, 1], [7, 1, 3], [5, 33, 9], [17, 16, 31], [4, 70, 65], [20, 64, 8]] {
            for stack in [1, 3] {
                for (left, right) in [(false, false), (false, true), (true, false), (true, true)] {
                    let g = geometry(stack, sizes, left, right);
                    (1..=5).for_each(|samples| check(&g, samples, 1.0));
                    check(&g, 2, f32::INFINITY);
                }
            }
        }
    }
}
