//! Sums along the channels and taps, vectors along the columns.

// Registers are arrays that are indexed by constants.
#![allow(clippy::needless_range_loop)]

use core::ops::Range;

use super::Machine;
use super::simd::Simd;
use super::taps::{MASKED, Taps};

/// What is made of each sum before it is stored: `scale · sum + shift`, then ReLU, then the sum with what is there.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::kernels) struct Finish<'a> {
    /// Factors and terms, one a row of each group.
    pub(in crate::kernels) affine: Option<[&'a [f32]; 2]>,
    pub(in crate::kernels) relu: bool,
    /// It is added to what is there.
    pub(in crate::kernels) add: bool,
}

/// Of each group: `C[r, j] = start[r] + Σ_c Σ_tap A[tap.a + r·a_row + c·a_channel] · B[tap.b + c·b_channel + j]`, each sum in
/// the order of the channels, then of the taps. A step is from an element to the next of its kind.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Product<'a> {
    pub(in crate::kernels) taps: Taps<'a>,
    pub(in crate::kernels) channels: usize,
    pub(in crate::kernels) rows: usize,
    pub(in crate::kernels) groups: usize,
    pub(in crate::kernels) a: &'a [f32],
    /// From a row of A to the next, from a channel, and from a group.
    pub(in crate::kernels) a_steps: [usize; 3],
    pub(in crate::kernels) b: &'a [f32],
    /// From a channel of B to the next, and from a group.
    pub(in crate::kernels) b_steps: [usize; 2],
    /// The first sums, one a row of each group; `None` is 0.
    pub(in crate::kernels) start: Option<&'a [f32]>,
    pub(in crate::kernels) finish: Finish<'a>,
    /// From a row of C to the next, and from a group.
    pub(in crate::kernels) c_steps: [usize; 2],
}

impl<'a> Product<'a> {
    /// Some of the groups and rows; all rows, if there are several groups.
    pub(in crate::kernels) fn part(&self, groups: Range<usize>, rows: Range<usize>) -> Self {
        let first = groups.start * self.rows + rows.start;
        let affine = self.finish.affine.map(|f| f.map(|f| &f[first..]));
        Self {
            rows: rows.len(),
            groups: groups.len(),
            a: &self.a[groups.start * self.a_steps[2] + rows.start * self.a_steps[0]..],
            b: &self.b[groups.start * self.b_steps[1]..],
            start: self.start.map(|s| &s[first..]),
            finish: Finish { affine, ..self.finish },
            ..*self
        }
    }
}

/// The last of `counts`, each at least 1, and its step.
pub(super) fn last(counts: &[(usize, usize)]) -> usize {
    let each = counts.iter().map(|(n, step)| (n - 1).saturating_mul(*step));
    each.fold(0, usize::saturating_add)
}

/// Computes it. What C holds before is not read, unless it is added to; elements of it between the rows stay.
///
/// # Panics
/// When an operand lies outside its slice.
pub(in crate::kernels) fn product(machine: Machine, p: &Product<'_>, c: &mut [f32]) {
    if p.rows > 0 && p.groups > 0 && p.taps.columns() > 0 {
        let [row, group] = p.c_steps;
        let end = last(&[(p.rows, row), (p.groups, group)]).saturating_add(p.taps.columns());
        assert!(end <= c.len(), "product: elements of C");
    }
    // SAFETY: the elements of C lie in the slice.
    unsafe { product_at(machine, p, c.as_mut_ptr()) }
}

/// [`product`], where C begins at a place.
///
/// # Safety
/// The rows of C, of all groups, can be read and written there, and nobody else does.
///
/// # Panics
/// When another operand lies outside its slice.
pub(in crate::kernels) unsafe fn product_at(machine: Machine, p: &Product<'_>, c: *mut f32) {
    let columns = p.taps.columns();
    if p.rows == 0 || columns == 0 || p.groups == 0 {
        return;
    }
    if p.channels > 0 && !p.taps.list().is_empty() {
        let first = p.taps.list().iter().map(|[a, _]| *a as usize).max().unwrap_or(0);
        let [row, channel, group] = p.a_steps;
        let end = last(&[(p.rows, row), (p.channels, channel), (p.groups, group)]);
        assert!(first.saturating_add(end) < p.a.len(), "product: elements of A");
        let [channel, group] = p.b_steps;
        let end = last(&[(p.channels, channel), (p.groups, group)]).saturating_add(p.taps.plane());
        assert!(end <= p.b.len(), "product: elements of B");
    }
    assert!(p.start.is_none_or(|s| s.len() >= p.rows * p.groups), "product: the first sums");
    let enough = |f: [&[f32]; 2]| f.iter().all(|f| f.len() >= p.rows * p.groups);
    assert!(p.finish.affine.is_none_or(enough), "product: factors and terms");
    // SAFETY: a `Machine` is one that this machine has; all operands lie in their slices: above, and `Taps`; C is the caller's.
    unsafe { super::on!(machine, all(p: &Product<'_>, c: *mut f32)) }
}

/// # Safety
/// The machine has the instructions of `S`, and the operands lie in their slices and in `c`.
#[inline(always)]
unsafe fn all<S: Simd>(p: &Product<'_>, c: *mut f32) {
    // SAFETY: passed on to the caller.
    unsafe {
        if p.taps.masks().is_empty() {
            groups::<S, false>(p, c);
        } else {
            groups::<S, true>(p, c);
        }
    }
}

/// # Safety
/// As [`all`]; `M` says whether there are masks.
#[inline(always)]
unsafe fn groups<S: Simd, const M: bool>(p: &Product<'_>, c: *mut f32) {
    for group in 0..p.groups {
        let mut row = 0;
        // SAFETY (of each call): rows below `p.rows`.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            let c = c.add(group * p.c_steps[1]);
            // With a mask a vector is loaded late, and the eight elements of A before it: more would not fit.
            while S::MANY && p.rows - row >= 8 {
                if M {
                    rows::<S, 8, 2, M>(p, group, row, c);
                } else {
                    rows::<S, 8, 3, M>(p, group, row, c);
                }
                row += 8;
            }
            // With 16 registers the mask of the last vector is one of them.
            while p.rows - row >= 4 {
                if S::MANY {
                    rows::<S, 4, 4, M>(p, group, row, c);
                } else {
                    rows::<S, 4, 2, M>(p, group, row, c);
                }
                row += 4;
            }
            if p.rows - row >= 2 {
                if S::MANY {
                    rows::<S, 2, 6, M>(p, group, row, c);
                } else {
                    rows::<S, 2, 4, M>(p, group, row, c);
                }
                row += 2;
            }
            if p.rows - row == 1 {
                if S::MANY {
                    rows::<S, 1, 8, M>(p, group, row, c);
                } else {
                    rows::<S, 1, 4, M>(p, group, row, c);
                }
            }
        }
    }
}

/// R rows of a group from `row` on, V vectors of columns or fewer at a time.
///
/// # Safety
/// As [`groups`]; there are so many rows.
#[inline(always)]
unsafe fn rows<S: Simd, const R: usize, const V: usize, const M: bool>(
    p: &Product<'_>,
    group: usize,
    row: usize,
    c: *mut f32,
) {
    let mut start = [0.0; R];
    if let Some(s) = p.start {
        start.copy_from_slice(&s[group * p.rows + row..][..R]);
    }
    let mut j = 0;
    while j < p.taps.columns() {
        let vectors = (p.taps.columns() - j).div_ceil(S::LANES);
        // SAFETY: columns that there are, of rows that there are.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            let c = c.add(row * p.c_steps[0] + j);
            let at = [group, row, j];
            j += match vectors {
                1 => tile::<S, R, 1, M>(p, at, start, c),
                // Four are two and two rather than three and one.
                2 => tile::<S, R, 2, M>(p, at, start, c),
                4 if V == 3 => tile::<S, R, 2, M>(p, at, start, c),
                n if n < V && V > 3 => tile::<S, R, 3, M>(p, at, start, c),
                _ => tile::<S, R, V, M>(p, at, start, c),
            };
        }
    }
}

/// R rows and V vectors of columns from `[group, row, column]` on; gives the number of columns.
///
/// # Safety
/// As [`rows`]; `c` is where they go.
#[inline(always)]
unsafe fn tile<S: Simd, const R: usize, const V: usize, const M: bool>(
    p: &Product<'_>,
    [group, row, j]: [usize; 3],
    start: [f32; R],
    c: *mut f32,
) -> usize {
    let width = (p.taps.columns() - j).min(V * S::LANES);
    // SAFETY: what is read and written lies in the operands: the caller promises it, and the last vector, or each one, is
    // masked.
    unsafe {
        let mask = S::first(width - (V - 1) * S::LANES);
        let mut a = p.a.as_ptr().wrapping_add(row * p.a_steps[0] + group * p.a_steps[2]);
        let mut b = p.b.as_ptr().wrapping_add(group * p.b_steps[1] + j);
        let mut sums = start.map(|s| [S::splat(s); V]);
        let per_tap = p.taps.columns().div_ceil(MASKED);
        for _ in 0..p.channels {
            let mut masks = p.taps.masks().as_ptr();
            for tap in p.taps.list() {
                let a = a.wrapping_add(tap[0] as usize);
                // Where a mask has no lane, this may be a place outside the slice; nothing is read there.
                let b = b.wrapping_offset(tap[1] as i32 as isize);
                let mut x = [S::splat(0.0); V];
                for v in 0..V {
                    let b = b.wrapping_add(v * S::LANES);
                    x[v] = if M {
                        // The last ones have no lane past the last column.
                        let column = j + v * S::LANES;
                        S::load_first(b, S::mask(masks.wrapping_add(column / MASKED), column))
                    } else if v == V - 1 {
                        S::load_first(b, mask)
                    } else {
                        S::load(b)
                    };
                }
                masks = masks.wrapping_add(per_tap);
                for r in 0..R {
                    let w = S::splat(*a.add(r * p.a_steps[0]));
                    for v in 0..V {
                        sums[r][v] = S::mul_add(w, x[v], sums[r][v]);
                    }
                }
            }
            a = a.wrapping_add(p.a_steps[1]);
            b = b.wrapping_add(p.b_steps[0]);
        }
        if let Some([scale, shift]) = p.finish.affine {
            for r in 0..R {
                let at = group * p.rows + row + r;
                let (scale, shift) = (*scale.as_ptr().add(at), *shift.as_ptr().add(at));
                for v in 0..V {
                    sums[r][v] = S::mul_add(S::splat(scale), sums[r][v], S::splat(shift));
                }
            }
        }
        if p.finish.relu {
            for r in 0..R {
                for v in 0..V {
                    sums[r][v] = S::positive(sums[r][v]);
                }
            }
        }
        if p.finish.add {
            for r in 0..R {
                let c = c.add(r * p.c_steps[0]);
                for v in 0..V {
                    let c = c.add(v * S::LANES);
                    let there = if v == V - 1 { S::load_first(c, mask) } else { S::load(c) };
                    sums[r][v] = S::mul_add(there, S::splat(1.0), sums[r][v]);
                }
            }
        }
        for r in 0..R {
            let c = c.add(r * p.c_steps[0]);
            for v in 0..V - 1 {
                S::store(c.add(v * S::LANES), sums[r][v]);
            }
            // Where there is no mask instruction, a masked store takes many cycles.
            if width == V * S::LANES {
                S::store(c.add((V - 1) * S::LANES), sums[r][V - 1]);
            } else {
                S::store_first(c.add((V - 1) * S::LANES), mask, sums[r][V - 1]);
            }
        }
    }
    width
}
