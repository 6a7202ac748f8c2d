//! Sums along the columns: the gradient of the weights.

// Registers are arrays that are indexed by constants.
#![allow(clippy::needless_range_loop)]

use super::Machine;
use super::product::last;
use super::simd::Simd;
use super::taps::{MASKED, Taps};
use crate::kernels::Write;

/// Of each group: `C[r, c, tap] = Σ_s Σ_j A[r·a_row + s·a_part + j] · B[tap.b + c·b_channel + s·b_part + j]` over the parts s
/// and the columns j of a part. A sum is made in the lanes of a vector, part by part, and the lanes are added at the end.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Dots<'a> {
    /// Where A lies is not looked at.
    pub(in crate::kernels) taps: Taps<'a>,
    pub(in crate::kernels) channels: usize,
    pub(in crate::kernels) rows: usize,
    pub(in crate::kernels) groups: usize,
    pub(in crate::kernels) parts: usize,
    /// The columns that are summed, the first one a multiple of [`MASKED`].
    pub(in crate::kernels) columns: [usize; 2],
    pub(in crate::kernels) a: &'a [f32],
    /// From a row of A to the next, from a part, and from a group.
    pub(in crate::kernels) a_steps: [usize; 3],
    pub(in crate::kernels) b: &'a [f32],
    /// From a channel of B to the next, from a part, and from a group.
    pub(in crate::kernels) b_steps: [usize; 3],
    /// From a row of C to the next, of one group and of the next.
    pub(in crate::kernels) c_row: usize,
}

/// Computes it; a row of C has `channels · taps` elements, and the rows lie one after another.
///
/// # Panics
/// When an operand lies outside its slice.
pub(in crate::kernels) fn dots(machine: Machine, d: &Dots<'_>, write: Write, c: &mut [f32]) {
    let row = d.channels * d.taps.list().len();
    assert!(c.len() == d.groups * d.rows * row && d.c_row == row, "dots: elements of C");
    let [first, end] = d.columns;
    if write == Write::Assign && (d.parts == 0 || first >= end) {
        c.fill(0.0);
    }
    // SAFETY: the elements of C lie in the slice.
    unsafe { dots_at(machine, d, write, c.as_mut_ptr()) }
}

/// [`dots`], where C begins at a place. Where nothing is summed C stays as it is.
///
/// # Safety
/// The rows of C can be read and written there, and nobody else does.
///
/// # Panics
/// When another operand lies outside its slice.
pub(in crate::kernels) unsafe fn dots_at(
    machine: Machine,
    d: &Dots<'_>,
    write: Write,
    c: *mut f32,
) {
    let [first, end] = d.columns;
    let is_empty = d.rows == 0 || d.groups == 0 || d.channels == 0 || d.taps.list().is_empty();
    if is_empty || d.parts == 0 || first >= end {
        return;
    }
    assert!(first % MASKED == 0 && end <= d.taps.columns(), "dots: columns that there are");
    let [row, part, group] = d.a_steps;
    let last_a = last(&[(d.rows, row), (d.parts, part), (d.groups, group)]);
    assert!(last_a.saturating_add(end) <= d.a.len(), "dots: elements of A");
    let [channel, part, group] = d.b_steps;
    let last_b = last(&[(d.channels, channel), (d.parts, part), (d.groups, group)]);
    assert!(last_b.saturating_add(d.taps.plane()) <= d.b.len(), "dots: elements of B");
    // SAFETY: a `Machine` is one that this machine has; all operands lie in their slices: above, and `Taps`; C is the caller's.
    unsafe { super::on!(machine, all(d: &Dots<'_>, write: Write, c: *mut f32)) }
}

/// # Safety
/// The machine has the instructions of `S`, and the operands lie in their slices and in `c`.
#[inline(always)]
unsafe fn all<S: Simd>(d: &Dots<'_>, write: Write, c: *mut f32) {
    // SAFETY: passed on to the caller.
    unsafe {
        if d.taps.masks().is_empty() {
            groups::<S, false>(d, write, c);
        } else {
            groups::<S, true>(d, write, c);
        }
    }
}

/// # Safety
/// As [`all`]; `M` says whether there are masks.
#[inline(always)]
unsafe fn groups<S: Simd, const M: bool>(d: &Dots<'_>, write: Write, c: *mut f32) {
    for group in 0..d.groups {
        let mut row = 0;
        // SAFETY (of each call): rows below `d.rows`.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            while S::MANY && d.rows - row >= 4 {
                rows::<S, 4, 6, M>(d, [group, row], write, c);
                row += 4;
            }
            while d.rows - row >= 2 {
                rows::<S, 2, 6, M>(d, [group, row], write, c);
                row += 2;
            }
            if d.rows - row == 1 {
                rows::<S, 1, 9, M>(d, [group, row], write, c);
            }
        }
    }
}

/// R rows of a group from `row` on, Q columns of C at a time.
///
/// # Safety
/// As [`groups`]; there are so many rows.
#[inline(always)]
unsafe fn rows<S: Simd, const R: usize, const Q: usize, const M: bool>(
    d: &Dots<'_>,
    [group, row]: [usize; 2],
    write: Write,
    c: *mut f32,
) {
    let columns = d.channels * d.taps.list().len();
    let mut q = 0;
    while q < columns {
        let at = [group, row, q];
        // SAFETY: rows and columns that there are.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            let c = c.add((group * d.rows + row) * d.c_row + q);
            q += match columns - q {
                1 | 2 => tile::<S, R, 1, M>(d, at, write, c),
                n if n < Q => tile::<S, R, 3, M>(d, at, write, c),
                _ => tile::<S, R, Q, M>(d, at, write, c),
            };
        }
    }
}

/// R rows and Q columns of C from `[group, row, column]` on; gives the number of columns.
///
/// # Safety
/// As [`rows`]; `c` is where they go.
#[inline(always)]
unsafe fn tile<S: Simd, const R: usize, const Q: usize, const M: bool>(
    d: &Dots<'_>,
    [group, row, q]: [usize; 3],
    write: Write,
    c: *mut f32,
) -> usize {
    let taps = d.taps.list();
    let per_tap = d.taps.columns().div_ceil(MASKED);
    let [first, end] = d.columns;
    // SAFETY: what is read and written lies in the operands: the caller promises it, and the last vector, or each one, is
    // masked.
    unsafe {
        let rest = (end - first) % S::LANES;
        let whole = end - rest;
        let mask = S::first(rest);
        let a = d.a.as_ptr().wrapping_add(row * d.a_steps[0] + group * d.a_steps[2]);
        let mut b = [d.b.as_ptr().wrapping_add(group * d.b_steps[2]); Q];
        let mut masks = [d.taps.masks().as_ptr(); Q];
        for i in 0..Q {
            let (channel, tap) = ((q + i) / taps.len(), (q + i) % taps.len());
            let shift = taps[tap][1] as i32 as isize;
            b[i] = b[i].wrapping_add(channel * d.b_steps[0]).wrapping_offset(shift);
            masks[i] = masks[i].wrapping_add(tap * per_tap);
        }
        let mut sums = [[S::splat(0.0); Q]; R];
        for part in 0..d.parts {
            let a = a.wrapping_add(part * d.a_steps[1]);
            let b = b.map(|b| b.wrapping_add(part * d.b_steps[1]));
            let mut j = first;
            while j < whole {
                let mut y = [S::splat(0.0); R];
                for r in 0..R {
                    y[r] = S::load(a.wrapping_add(r * d.a_steps[0] + j));
                }
                for q in 0..Q {
                    let b = b[q].wrapping_add(j);
                    let x = if M {
                        S::load_first(b, S::mask(masks[q].wrapping_add(j / MASKED), j))
                    } else {
                        S::load(b)
                    };
                    for r in 0..R {
                        sums[r][q] = S::mul_add(y[r], x, sums[r][q]);
                    }
                }
                j += S::LANES;
            }
            if rest > 0 {
                for q in 0..Q {
                    let b = b[q].wrapping_add(whole);
                    let x = if M {
                        let lanes = S::mask(masks[q].wrapping_add(whole / MASKED), whole);
                        S::load_first(b, S::both(lanes, mask))
                    } else {
                        S::load_first(b, mask)
                    };
                    for r in 0..R {
                        let y = S::load_first(a.wrapping_add(r * d.a_steps[0] + whole), mask);
                        sums[r][q] = S::mul_add(y, x, sums[r][q]);
                    }
                }
            }
        }
        for r in 0..R {
            let mut first = 0;
            while first < Q {
                // Constant places: an array that is indexed otherwise lies in memory.
                let of = |i: usize| if first + i < Q { sums[r][first + i] } else { sums[r][first] };
                let four = S::sums([of(0), of(1), of(2), of(3)]);
                for i in 0..4 {
                    if first + i < Q {
                        let c = c.add(r * d.c_row + first + i);
                        *c = if write == Write::Add { *c + four[i] } else { four[i] };
                    }
                }
                first += 4;
            }
        }
    }
    Q
}
