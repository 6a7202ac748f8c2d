//! Products of matrices that are both values, and their gradients: `batch` products a sample.
//!
//! Of one product: the left operand is (m, k), or stored as (k, m) where it is transposed; the right one (k, n), or
//! (n, k); the output (m, n). Transposed operands are read where they lie.

use nnplan::MatMul;

use super::Write;
use super::gemm::{Exec, MatrixMut, MatrixRef, gemm_parallel};
use crate::Element;

/// FLOPs of a task, about: fewer are not worth waking a thread.
const TASK: usize = 1 << 19;

/// The number of products, checked against the slices.
fn products(g: &MatMul, batch: usize, a: usize, b: usize, y: usize) -> usize {
    let products = batch * g.batch;
    assert_eq!(a, products * g.m * g.k, "matmul: elements of the left operand");
    assert_eq!(b, products * g.k * g.n, "matmul: elements of the right operand");
    assert_eq!(y, products * g.m * g.n, "matmul: elements of the output");
    products
}

/// A stored matrix of `rows` and `columns`, which is or is not transposed to them.
fn view<T>(data: &[T], rows: usize, columns: usize, transposed: bool) -> MatrixRef<'_, T> {
    if transposed {
        MatrixRef::new(data, columns, rows).transposed()
    } else {
        MatrixRef::new(data, rows, columns)
    }
}

/// The same, to write to.
fn view_mut<T>(data: &mut [T], rows: usize, columns: usize, transposed: bool) -> MatrixMut<'_, T> {
    if transposed {
        MatrixMut::new(data, columns, rows).transposed()
    } else {
        MatrixMut::new(data, rows, columns)
    }
}

/// Calls `f` for each product with its number, its part of `out`, and the threads it may use: several products side
/// by side where they are small, else one after another. Which way it is changes no bit: a
/// product that is split has the bits of the whole.
fn for_products<T: Element>(
    exec: Exec<'_>,
    g: &MatMul,
    products: usize,
    out: &mut [T],
    f: impl Fn(Exec<'_>, usize, &mut [T]) + Sync,
) {
    let (len, flops) = (out.len() / products.max(1), 2 * g.m * g.k * g.n);
    if products < 2 * exec.threads.count() {
        return out.chunks_exact_mut(len.max(1)).enumerate().for_each(|(i, out)| f(exec, i, out));
    }
    let each = (TASK / flops.max(1)).clamp(1, products);
    exec.threads.for_chunks(out, each * len, |task, out| {
        for (i, out) in out.chunks_exact_mut(len).enumerate() {
            f(Exec::serial(exec.arithmetic), task * each + i, out);
        }
    });
}

/// `y = a b` for each product.
///
/// `a` and `b` may be the same; `y` is apart from them, and what it holds before is not read. Each element is a sum
/// over k, in the order of k with [`Arithmetic::Portable`](super::gemm::Arithmetic). Cost: 2 m k n FLOPs a product.
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn matmul<T: Element>(exec: Exec<'_>, g: &MatMul, batch: usize, a: &[T], b: &[T], y: &mut [T]) {
    let products = products(g, batch, a.len(), b.len(), y.len());
    let (a_len, b_len) = (g.m * g.k, g.k * g.n);
    for_products(exec, g, products, y, |exec, i, y| {
        let a = view(&a[i * a_len..][..a_len], g.m, g.k, g.transpose_left);
        let b = view(&b[i * b_len..][..b_len], g.k, g.n, g.transpose_right);
        gemm_parallel(exec, a, b, Write::Assign, MatrixMut::new(y, g.m, g.n));
    });
}

/// `d_a = d_y bᵀ` for each product, stored as `a` is.
///
/// What `d_a` holds before is not read; it is apart from the others. Sums over n, as in [`matmul`].
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn matmul_grad_left<T: Element>(
    exec: Exec<'_>,
    g: &MatMul,
    batch: usize,
    d_y: &[T],
    b: &[T],
    d_a: &mut [T],
) {
    let products = products(g, batch, d_a.len(), b.len(), d_y.len());
    let (y_len, b_len) = (g.m * g.n, g.k * g.n);
    for_products(exec, g, products, d_a, |exec, i, d_a| {
        let d_y = MatrixRef::new(&d_y[i * y_len..][..y_len], g.m, g.n);
        let b = view(&b[i * b_len..][..b_len], g.k, g.n, g.transpose_right).transposed();
        let d_a = view_mut(d_a, g.m, g.k, g.transpose_left);
        gemm_parallel(exec, d_y, b, Write::Assign, d_a);
    });
}

/// `d_b = aᵀ d_y` for each product, stored as `b` is.
///
/// What `d_b` holds before is not read; it is apart from the others. Sums over m, as in [`matmul`].
///
/// # Panics
/// When a slice has not the size of its shape.
pub fn matmul_grad_right<T: Element>(
    exec: Exec<'_>,
    g: &MatMul,
    batch: usize,
    a: &[T],
    d_y: &[T],
    d_b: &mut [T],
) {
    let products = products(g, batch, a.len(), d_b.len(), d_y.len());
    let (a_len, y_len) = (g.m * g.k, g.m * g.n);
    for_products(exec, g, products, d_b, |exec, i, d_b| {
        let a = view(&a[i * a_len..][..a_len], g.m, g.k, g.transpose_left).transposed();
        let d_y = MatrixRef::new(&d_y[i * y_len..][..y_len], g.m, g.n);
        let d_b = view_mut(d_b, g.k, g.n, g.transpose_right);
        gemm_parallel(exec, a, d_y, Write::Assign, d_b);
    });
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact};
    use crate::kernels::gemm::Arithmetic;
    use crate::portable;
    use crate::threads::Threads;

    fn geometry(stack: usize, [m, k, n]: [usize; 3], left: bool, right: bool) -> MatMul {
        let shape = |rows, columns, transposed| {
            let [rows, columns] = if transposed { [columns, rows] } else { [rows, columns] };
            if stack == 1 {
                Shape::new(&[rows, columns])
            } else {
                Shape::new(&[stack, rows, columns])
            }
        };
        let g = MatMul::new(shape(m, k, left), shape(k, n, right), left, right);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        g
    }

    fn for_geometries(stack: usize, sizes: [usize; 3], mut f: impl FnMut(&MatMul)) {
        for (left, right) in [(false, false), (false, true), (true, false), (true, true)] {
            f(&geometry(stack, sizes, left, right));
        }
    }

    /// The output and both gradients.
    fn run<T: Element>(
        exec: Exec<'_>,
        g: &MatMul,
        batch: usize,
        x: &[Vec<T>; 3],
    ) -> [Guarded<T>; 3] {
        let [a, b, d_y] = x;
        let mut out = [d_y, a, b].map(|like| Guarded::nan(like.len()));
        matmul(exec, g, batch, a, b, out[0].slice());
        matmul_grad_left(exec, g, batch, d_y, b, out[1].slice());
        matmul_grad_right(exec, g, batch, a, d_y, out[2].slice());
        out
    }

    fn lens(g: &MatMul, batch: usize) -> [usize; 3] {
        [g.left, g.right, g.output()].map(|s| batch * s.len())
    }

    fn check<T: Element>(exec: Exec<'_>, g: &MatMul, batch: usize) {
        let what = format!("{g:?}, batch {batch}, {:?}", exec.arithmetic);
        let mut numbers = Numbers::new(g.k as u64);
        let x: [Vec<T>; 3] = lens(g, batch).map(|n| numbers.integers(n));
        let lens = [&x[2], &x[0], &x[1]].map(|like| like.len());
        let expected = exact(x.each_ref().map(|x| &x[..]), lens, |[a, b, d_y], [y, d_a, d_b]| {
            portable::matmul(g, batch, [a, b], [y]);
            portable::matmul_grad_left(g, batch, [d_y, b], [d_a]);
            portable::matmul_grad_right(g, batch, [a, d_y], [d_b]);
        });
        for (mut found, expected) in run(exec, g, batch, &x).into_iter().zip(&expected) {
            found.assert(expected, &what);
        }
    }

    #[test]
    fn equals_the_portable_kernel() {
        let threads = Threads::new(3).expect("threads");
        for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
            let parallel = Exec { arithmetic, threads: &threads };
            for sizes in [[1, 1, 1], [7, 1, 3], [5, 33, 9], [17, 16, 31], [4, 70, 65], [33, 64, 8]]
            {
                for stack in [1, 3] {
                    for_geometries(stack, sizes, |g| {
                        for batch in [0, 1, 5] {
                            check::<f32>(Exec::serial(arithmetic), g, batch);
                            check::<f64>(parallel, g, batch);
                        }
                    });
                }
            }
            // Split themselves, and side by side.
            for_geometries(1, [130, 70, 90], |g| check::<f32>(parallel, g, 1));
            for_geometries(4, [40, 30, 50], |g| check::<f32>(parallel, g, 9));
        }
    }

    #[test]
    fn neither_threads_nor_pieces_change_a_bit() {
        let threads = Threads::new(3).expect("threads");
        for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
            let (serial, parallel) =
                (Exec::serial(arithmetic), Exec { arithmetic, threads: &threads });
            for (stack, sizes, batch) in [(1, [150, 60, 90], 2), (3, [40, 32, 50], 7)] {
                for_geometries(stack, sizes, |g| {
                    let mut numbers = Numbers::new(3);
                    let x: [Vec<f32>; 3] = lens(g, batch).map(|n| numbers.fractions(n));
                    let mut whole = run(serial, g, batch, &x);
                    let mut split = run(parallel, g, batch, &x);
                    for (whole, split) in whole.iter_mut().zip(&mut split) {
                        split.assert(whole.slice(), "threads");
                    }
                    let each = lens(g, 1);
                    for n in 0..batch {
                        let part =
                            core::array::from_fn(|i| x[i][n * each[i]..][..each[i]].to_vec());
                        let one = run(serial, g, 1, &part);
                        for (mut one, whole) in one.into_iter().zip(&mut whole) {
                            let len = one.slice().len();
                            one.assert(&whole.slice()[n * len..][..len], "a sample alone");
                        }
                    }
                });
            }
        }
    }
}
