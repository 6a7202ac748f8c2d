//! Rows of a table by integers, and the gradient of the table.

use super::key::Table;
use super::{THREADS, Write, size};
use crate::ptx::{F32, Kernel, U32};

/// Threads of a warp, and warps of a block.
const LANES: u32 = 32;
const WARPS: u32 = THREADS / LANES;
/// Features of one thread at most.
const OWN: u32 = 4;
/// With fewer pieces of work than this, a block works on each: with many a warp.
const MANY: u32 = 4096;

/// `y` = row `x` of `w`, for each integer; NaN where there is no such row. Parameters: x (integers), w, y, n.
pub(crate) fn embedding(g: impl Into<Table>) -> Kernel {
    let Table { count, features } = g.into();
    let [count, features] = [count, features].map(size);
    Kernel::new("embedding", THREADS, |k| {
        let (x, w, y, n) = (k.pointer(), k.pointer(), k.pointer(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let row = x.load_u32(i / features);
        let value = w.load_or(Some(row.lt(count)), row * features + i % features, f32::NAN);
        y.store(i, value);
    })
}

/// `d_w` = for each row the sum of `d_y` where `x` is its number.
///
/// A warp works on one row and some features: it looks for the row in the integers, 32 at a time, and adds what belongs to it
/// in the order of the batch. Where the table is small, the warps of a block share the integers, a run each, and their sums
/// are added in the order of the runs.
///
/// Parameters: x (integers), d_y, d_w, the number of integers, n of d_w.
pub(crate) fn embedding_grad_weight(g: impl Into<Table>, write: Write) -> Kernel {
    let Table { count, features } = g.into();
    let [count, features] = [count, features].map(size);
    let own = features.div_ceil(LANES).min(OWN);
    // Pieces of work.
    let of_row = features.div_ceil(own * LANES);
    let pieces = count * of_row;
    let is_shared = pieces < MANY;
    let blocks = if is_shared { pieces } else { pieces.div_ceil(WARPS) };
    Kernel::new("embedding_grad_weight", THREADS, |k| {
        k.serves(count * features / blocks); // never fewer blocks than these
        let (x, d_y, d_w) = (k.pointer(), k.pointer(), k.pointer());
        let (integers, _) = (k.number(), k.number());
        let (lane, warp) = (k.thread() % LANES, k.thread() / LANES);
        let piece = if is_shared { k.block() } else { k.block() * WARPS + warp };
        k.end_unless(piece.lt(pieces));
        let (row, first) = (piece / of_row, piece % of_row * (own * LANES));
        let (start, end) = match is_shared {
            true => run(integers, warp),
            false => (k.u32(0), integers),
        };
        let sums: Vec<F32<'_>> = (0..own).map(|_| k.variable(k.f32(0.0))).collect();
        k.each(start, end, LANES, |at| {
            let mine = at + lane;
            let hit = x.load_bytes_or(4, Some(mine.lt(end)), mine, u32::MAX).eq(row);
            let hits = k.counter(k.ballot(hit));
            k.repeat_while(
                || hits.gt(0),
                || {
                    // Some at a time: loads that do not wait for one another.
                    let mut values = Vec::new();
                    for _ in 0..(OWN / own).max(2) {
                        let is_there = hits.gt(0);
                        let place = (at + hits.trailing_zeros()) * features + first + lane;
                        for (i, sum) in (0..own).zip(&sums) {
                            let is_there = is_there & (first + lane + i * LANES).lt(features);
                            values.push((sum, d_y.load_where(is_there, place + i * LANES)));
                        }
                        hits.set(hits & (hits - 1));
                    }
                    values.iter().for_each(|(sum, value)| sum.set(**sum + *value));
                },
            );
        });
        let store = |feature: U32<'_>, sum| {
            k.when(feature.lt(features), || write.store(d_w, row * features + feature, sum));
        };
        if !is_shared {
            for (i, sum) in (0..own).zip(&sums) {
                store(first + lane + i * LANES, *sum);
            }
            return;
        }
        let room = k.shared(own * THREADS);
        for (i, sum) in (0..own).zip(&sums) {
            room.store(k.thread() + i * THREADS, *sum);
        }
        k.barrier();
        k.when(warp.lt(own), || {
            let room = room.at(warp * THREADS + lane);
            let sum = k.variable(room.load(k.u32(0)));
            for other in 1..WARPS {
                sum.set(sum + room.load(k.u32(other * LANES)));
            }
            store(first + k.thread(), sum);
        });
    })
}

/// The integers of a warp, whole lines of them: start and end.
fn run<'k>(integers: U32<'k>, warp: U32<'k>) -> (U32<'k>, U32<'k>) {
    let each = (integers + (THREADS - 1)) / THREADS * LANES;
    let start = warp * each;
    let end = start + each;
    (start, end.or_where_not(end.lt(integers), integers))
}
