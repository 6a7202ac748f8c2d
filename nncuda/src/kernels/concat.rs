//! Values one behind the other along an axis.

use nnplan::Concat;

use super::{THREADS, size};
use crate::ptx::Kernel;

/// `y = … x_i …`: value `i` in its place. Parameters: x_i, y, n of x_i.
pub(crate) fn concat_part(g: &Concat, i: usize) -> Kernel {
    let (start, end) = (size(g.start(i) * g.inner), size(g.start(i + 1) * g.inner));
    let (len, width) = (end - start, size(g.start(g.count) * g.inner));
    Kernel::new("concat_part", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i / len * width + i % len + start, x.load(i));
    })
}
