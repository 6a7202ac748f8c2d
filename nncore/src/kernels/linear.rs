//! `Linear`: `y = x Wᵀ + b`, and its gradients; each is one matrix product over the whole
//! batch, split over the threads.
//!
//! Of one layer: `x` is (batch · rows, in), `w` (out, in), `b` (out), `y` (batch · rows, out).

use nnplan::Linear;

use super::Write;
use super::gemm::{Exec, MatrixMut, MatrixRef, gemm_parallel};
use crate::Element;

/// The rows of `x` and `y`, and checks of their sizes.
fn rows(g: &Linear, batch: usize, x: Option<usize>, y: Option<usize>, w: Option<usize>) -> usize {
    let rows = batch * g.rows;
    assert!(x.is_none_or(|n| n == rows * g.in_features), "linear: elements of the input");
    assert!(y.is_none_or(|n| n == rows * g.out_features), "linear: elements of the output");
    assert!(
        w.is_none_or(|n| n == g.out_features * g.in_features),
        "linear: elements of the weight"
    );
    rows
}

/// `y = x Wᵀ + b`.
///
/// What `y` holds before is not read. With a bias the sums start from it. Cost:
/// 2 · rows · in · out FLOPs.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn linear<T: Element>(
    exec: Exec<'_>,
    g: &Linear,
    batch: usize,
    x: &[T],
    w: &[T],
    b: Option<&[T]>,
    y: &mut [T],
) {
    let rows = rows(g, batch, Some(x.len()), Some(y.len()), Some(w.len()));
    let write = match b {
        Some(b) => {
            assert_eq!(b.len(), g.out_features, "linear: elements of the bias");
            for row in y.chunks_exact_mut(g.out_features) {
                row.copy_from_slice(b);
            }
            Write::Add
        }
        None => Write::Assign,
    };
    gemm_parallel(
        exec,
        MatrixRef::new(x, rows, g.in_features),
        MatrixRef::new(w, g.out_features, g.in_features).transposed(),
        write,
        MatrixMut::new(y, rows, g.out_features),
    );
}

/// `d_x = d_y W`.
///
/// What `d_x` holds before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn linear_grad_input<T: Element>(
    exec: Exec<'_>,
    g: &Linear,
    batch: usize,
    d_y: &[T],
    w: &[T],
    d_x: &mut [T],
) {
    let rows = rows(g, batch, Some(d_x.len()), Some(d_y.len()), Some(w.len()));
    gemm_parallel(
        exec,
        MatrixRef::new(d_y, rows, g.out_features),
        MatrixRef::new(w, g.out_features, g.in_features),
        Write::Assign,
        MatrixMut::new(d_x, rows, g.in_features),
    );
}

/// `d_w = d_yᵀ x`, or adds it.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn linear_grad_weight<T: Element>(
    exec: Exec<'_>,
    g: &Linear,
    batch: usize,
    x: &[T],
    d_y: &[T],
    write: Write,
    d_w: &mut [T],
) {
    let rows = rows(g, batch, Some(x.len()), Some(d_y.len()), Some(d_w.len()));
    gemm_parallel(
        exec,
        MatrixRef::new(d_y, rows, g.out_features).transposed(),
        MatrixRef::new(x, rows, g.in_features),
        write,
        MatrixMut::new(d_w, g.out_features, g.in_features),
    );
}

/// `d_b` = the sum of the rows of `d_y`, in their order, or adds it.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn linear_grad_bias<T: Element>(
    exec: Exec<'_>,
    g: &Linear,
    batch: usize,
    d_y: &[T],
    write: Write,
    d_b: &mut [T],
) {
    rows(g, batch, None, Some(d_y.len()), None);
    assert_eq!(d_b.len(), g.out_features, "linear: elements of the bias");
    // Streaming through memory once is not worth waking a thread.
    let _ = exec;
    if write == Write::Assign {
        d_b.fill(T::ZERO);
    }
    for row in d_y.chunks_exact(g.out_features) {
        for (sum, d) in d_b.iter_mut().zip(row) {
            *sum += *d;
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;
