//! Values one after the other along an axis.

use super::key::Columns;
use super::{THREADS, size};
use crate::ptx::Kernel;

/// `y = … x_i …`: a value in its place. Parameters: x_i, y, n of x_i.
pub(crate) fn concat_part(g: Columns) -> Kernel {
    let [start, len, width] = [g.start, g.len, g.width].map(size);
    Kernel::new("concat_part", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        y.store(i / len * width + i % len + start, x.load(i));
    })
}
