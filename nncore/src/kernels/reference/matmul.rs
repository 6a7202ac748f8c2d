//! `matmul` by its definition. Layouts as in [`kernels::matmul`](crate::kernels::matmul); the
//! gradients are added to their outputs.

use nnplan::MatMul;

use crate::Element;

/// Calls `f(a, b, y)` with the places of each product of two numbers, in the order of k.
fn for_products(g: &MatMul, batch: usize, mut f: impl FnMut(usize, usize, usize)) {
    for p in 0..batch * g.batch {
        for i in 0..g.m {
            for j in 0..g.n {
                for l in 0..g.k {
                    let a = if g.transpose_left { l * g.m + i } else { i * g.k + l };
                    let b = if g.transpose_right { j * g.k + l } else { l * g.n + j };
                    f(p * g.m * g.k + a, p * g.k * g.n + b, (p * g.m + i) * g.n + j);
                }
            }
        }
    }
}

/// `y = a b`
pub fn matmul<T: Element>(g: &MatMul, batch: usize, a: &[T], b: &[T], y: &mut [T]) {
    y.fill(T::ZERO);
    for_products(g, batch, |i, j, k| y[k] += a[i] * b[j]);
}

/// Adds the gradients of both operands.
pub fn matmul_grads<T: Element>(
    g: &MatMul,
    batch: usize,
    a: &[T],
    b: &[T],
    d_y: &[T],
    d_a: &mut [T],
    d_b: &mut [T],
) {
    for_products(g, batch, |i, j, k| {
        d_a[i] += d_y[k] * b[j];
        d_b[j] += d_y[k] * a[i];
    });
}
