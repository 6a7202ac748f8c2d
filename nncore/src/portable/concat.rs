//! Values one after another along an axis.

use nnplan::{CONCAT_MAX, Concat};

use super::slice::{Columns, copy};
use super::{Access, Out};

/// `y` = the values of `x` one after another along the axis. Those after the last are not looked at.
pub fn concat<A: Access>(g: &Concat, samples: usize, x: [A; CONCAT_MAX], [y]: [Out<A>; 1]) {
    let width = g.start(g.count) * g.inner;
    let mut start = 0;
    for (x, shape) in x.iter().zip(&g.inputs).take(g.count) {
        let len = shape.around(g.axis).1 * g.inner;
        let to = Columns { start: y.to.from(start), width };
        copy(samples * g.outer, len, Columns { start: *x, width: len }, to);
        start += len;
    }
}
