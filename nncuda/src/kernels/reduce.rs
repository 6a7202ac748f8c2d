//! Sum, mean and maximum over axes, and their gradients.

use nnplan::{Reduce, ReduceFunction};

use super::axes::{Groups, Team, repeat, sum};
use super::{THREADS, later_wins};
use crate::ptx::Kernel;

/// What a reduction adds up.
pub(crate) fn groups(g: &Reduce) -> Groups {
    Groups::new(&g.input, g.axes)
}

/// `y = Σ x`, `Σ x / count` or `max x` over the axes; NaN is larger than all. Parameters: x, y, n.
pub(crate) fn reduce(function: ReduceFunction, groups: Groups) -> Kernel {
    match function {
        ReduceFunction::Sum => sum("reduce", groups, |sum| sum),
        ReduceFunction::Mean => {
            sum("reduce", groups, |sum| (sum.wide() / f64::from(groups.count())).narrow())
        }
        ReduceFunction::Max => max(groups),
    }
}

fn max(groups: Groups) -> Kernel {
    Kernel::new("reduce", THREADS, |k| {
        let (x, y, n) = (k.pointer(), k.pointer(), k.number());
        let team = Team::new(k, groups, n);
        let best = k.variable(k.f32(f32::NEG_INFINITY));
        team.each(|_, at| {
            let x = x.load(at);
            best.set(x.or_where_not(later_wins(x, best), best));
        });
        let best = team.combined(best, |best, x| x.or_where_not(later_wins(x, best), best));
        team.once(|| y.store(team.i, best));
    })
}

/// `d_x = d_y` for each element of a sum, `d_y / count` of a mean. Parameters: d_y, d_x, n of d_x.
///
/// Of a maximum `d_x = d_y` for the first element that is the maximum (for the last NaN, if there is one), 0 for the others.
/// Parameters: x, y, d_y, d_x, n of d_y.
pub(crate) fn reduce_grad(function: ReduceFunction, groups: Groups) -> Kernel {
    match function {
        ReduceFunction::Sum => repeat("reduce_grad", groups, |d| d),
        ReduceFunction::Mean => repeat("reduce_grad", groups, |d| d / groups.count() as f32),
        ReduceFunction::Max => max_grad(groups),
    }
}

fn max_grad(groups: Groups) -> Kernel {
    Kernel::new("reduce_grad", THREADS, |k| {
        let (x, y, d_y, d_x) = (k.pointer(), k.pointer(), k.pointer(), k.pointer());
        let n = k.number();
        let team = Team::new(k, groups, n);
        let largest = y.load_or(Some(team.i.lt(n)), team.i, 0.0);
        let is_nan = largest.is_nan();
        // The lowest key gets the gradient: an element's number, or for NaN, how far it is from the last.
        let key = |r| (k.u32(groups.count() - 1) - r).or_where_not(is_nan, r);
        let lowest = k.counter(k.u32(u32::MAX));
        team.each(|r, at| {
            let x = x.load(at);
            let key = key(r);
            let hit = x.eq(largest) | (x.is_nan() & is_nan);
            lowest.set(key.or_where_not(hit & key.lt(lowest), lowest));
        });
        let lowest = team.combined(lowest.as_f32(), |a, b| {
            let (a, b) = (a.bits(), b.bits());
            a.or_where_not(a.lt(b), b).as_f32()
        });
        let lowest = lowest.bits();
        let d = d_y.load_or(Some(team.i.lt(n)), team.i, 0.0);
        team.each(|r, at| {
            d_x.store(at, d.or_where_not(key(r).eq(lowest), k.f32(0.0)));
        });
    })
}
