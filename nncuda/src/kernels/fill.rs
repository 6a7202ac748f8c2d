//! Values that are the same for every sample.

use super::{THREADS, size};
use crate::ptx::Kernel;

/// `y[n, i] = w[i]`, of so many elements. Parameters: w, y, n of y.
pub(crate) fn fill(len: usize) -> Kernel {
    let len = size(len);
    Kernel::new("fill", THREADS, |k| {
        let (w, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i, w.load(i % len));
    })
}

/// `y = 0`. Parameters: y, n of y.
pub(crate) fn zero() -> Kernel {
    Kernel::new("zero", THREADS, |k| {
        let (y, n) = (k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i, k.f32(0.0));
    })
}
