//! `Linear` of a few rows, as at inference one by one: a matrix times some vectors. What counts there is the matrix, which is
//! read once, by as many threads as it has rows for.

use nnplan::Activation;

use super::activation::applied;
use super::key::Features;
use super::{THREADS, size};
use crate::ptx::{Bool, F32, Kernel, Pointer, U32};

/// The most rows of `x`: more are a product for tiles.
pub(crate) const MOST_ROWS: usize = 8;

/// Threads of a warp.
const WARP: u32 = 32;

/// Warps that share an output feature: more than one where there are few features, and long sums.
fn warps(g: Features) -> u32 {
    /// Warps that keep a GPU busy: eight for each multiprocessor of a large one.
    const BUSY: usize = 1056;
    /// Numbers of a warp, at least: two loads of 16 bytes a thread.
    const LEAST: usize = 256;
    let most = (g.from / LEAST).min(BUSY / g.to.max(1));
    1 << most.clamp(1, (THREADS / WARP) as usize).ilog2()
}

/// Whether rows of aligned matrices are read by four numbers at a time.
pub(crate) fn is_by_fours(g: Features) -> bool {
    g.from.is_multiple_of(4)
}

/// Numbers side by side, of a row of `x` or of the matrix.
fn load<'k>(x: Pointer<'k>, is_there: Bool<'k>, i: U32<'k>, count: u32) -> Vec<F32<'k>> {
    match count {
        4 => x.at(i).load4_near_where(is_there, 0).to_vec(),
        _ => vec![x.load_where(is_there, i)],
    }
}

/// The sum over the lanes of a warp, to each of them.
fn of_warp(sum: F32<'_>) -> F32<'_> {
    [16, 8, 4, 2, 1].into_iter().fold(sum, |sum, mask| sum + sum.lane_xor(mask))
}

/// `y = f(x Wᵀ + b)`, `rows` of it. Sums go in an order that the sizes decide: each thread's share, over the lanes of a warp,
/// over the warps. Parameters: x, w, b where there is one, y, n: the output features.
pub(crate) fn linear(
    g: impl Into<Features>,
    has_bias: bool,
    rows: u32,
    is_aligned: bool,
    f: Option<&Activation>,
) -> Kernel {
    let g = g.into();
    let [from, to] = [g.from, g.to].map(size);
    let count = if is_aligned && is_by_fours(g) { 4 } else { 1 };
    let (warps, groups) = (warps(g), from / count);
    let members = warps * WARP;
    // Loads that are under way at once: so many that their numbers stay in registers.
    let at_once = (groups.div_ceil(members)).min(12 / (rows + 1)).max(1);
    Kernel::new("linear_gemv", THREADS, |k| {
        let (x, w) = (k.pointer(), k.pointer());
        let b = has_bias.then(|| k.pointer());
        let (y, n) = (k.pointer(), k.number());
        k.serves(THREADS / members);
        let (thread, member) = (k.thread(), k.thread() % members);
        let feature = k.block() * (THREADS / members) + thread / members;
        let is_feature = feature.lt(n);
        let own_row = |row: u32| (x.at(k.u32(row * from)), k.variable(k.f32(0.0)));
        let all: Vec<(Pointer<'_>, F32<'_>)> = (0..rows).map(own_row).collect();
        let w = w.at(feature * from);
        k.each(member, k.u32(groups), members * at_once, |start| {
            let places = (0..at_once).map(|j| start + j * members);
            let places = places.map(|i| (i * count, i.lt(groups) & is_feature));
            let read = |(i, is_there)| (i, is_there, load(w, is_there, i, count));
            for (i, is_there, weights) in places.map(read).collect::<Vec<_>>() {
                for (x, sum) in &all {
                    let values = load(*x, is_there, i, count);
                    let terms = values.into_iter().zip(&weights);
                    terms.for_each(|(value, weight)| sum.set(value.fma(*weight, *sum)));
                }
            }
        });
        // A lane has the warp's sum of the row of its number.
        let lane = thread % WARP;
        let own = k.variable(k.f32(0.0));
        for (row, (_, sum)) in (0..).zip(&all) {
            own.set(of_warp(*sum).or_where_not(lane.eq(row), own));
        }
        if warps > 1 {
            let room = k.shared(THREADS / WARP * rows);
            k.when(lane.lt(rows), || room.store(thread / WARP * rows + lane, own));
            k.barrier();
            k.when(member.lt(rows), || {
                let first = thread / WARP * rows + lane;
                let part = |warp: u32| room.load(first + warp * rows);
                own.set((1..warps).fold(part(0), |sum, warp| sum + part(warp)));
            });
        }
        k.when(is_feature & member.lt(rows), || {
            let sum = b.map_or(own, |b| own + b.load(feature));
            y.store(member * to + feature, applied(f, sum));
        });
    })
}
