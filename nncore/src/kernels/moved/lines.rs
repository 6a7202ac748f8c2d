//! Copies of many short rows, in vectors: a call of `memcpy` takes longer than such a row.

use super::Machine;
use super::simd::Simd;

/// Rows of planes: from where to where.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Lines {
    pub(in crate::kernels) planes: usize,
    /// Rows of a plane.
    pub(in crate::kernels) rows: usize,
    /// Elements of a row that are copied.
    pub(in crate::kernels) width: usize,
    /// From a plane to the next, from a row, and from an element.
    pub(in crate::kernels) from: [usize; 3],
    pub(in crate::kernels) to: [usize; 3],
}

impl Lines {
    /// Elements from the first to the last.
    fn reach(&self, [plane, row, element]: [usize; 3]) -> usize {
        let parts = [(self.planes, plane), (self.rows, row), (self.width, element)];
        parts.iter().fold(1, |sum, (n, step)| sum.saturating_add((n - 1).saturating_mul(*step)))
    }
}

/// Copies them; an element of `to` between them stays.
///
/// # Panics
/// When a row lies outside its slice.
pub(in crate::kernels) fn copy(machine: Machine, l: &Lines, from: &[f32], to: &mut [f32]) {
    if l.planes == 0 || l.rows == 0 || l.width == 0 {
        return;
    }
    assert!(l.reach(l.from) <= from.len() && l.reach(l.to) <= to.len(), "rows of planes");
    let (from, to) = (from.as_ptr(), to.as_mut_ptr());
    // SAFETY: a `Machine` is one that this machine has; all rows lie in their slices: above.
    unsafe { super::on!(machine, all(l: &Lines, from: *const f32, to: *mut f32)) }
}

/// # Safety
/// The machine has the instructions of `S`, and the rows lie in their slices.
#[inline(always)]
unsafe fn all<S: Simd>(l: &Lines, from: *const f32, to: *mut f32) {
    for plane in 0..l.planes {
        for row in 0..l.rows {
            // SAFETY: the rows lie in their slices; the last vector is masked.
            unsafe {
                let from = from.add(plane * l.from[0] + row * l.from[1]);
                let to = to.add(plane * l.to[0] + row * l.to[1]);
                match (l.from[2], l.to[2]) {
                    (1, 1) => line::<S>(l.width, from, to),
                    (2, 1) => every_second::<S>(l.width, from, to),
                    (from_step, to_step) => {
                        for i in 0..l.width {
                            *to.add(i * to_step) = *from.add(i * from_step);
                        }
                    }
                }
            }
        }
    }
}

/// `width` elements that lie side by side in both.
///
/// # Safety
/// As [`all`].
#[inline(always)]
unsafe fn line<S: Simd>(width: usize, from: *const f32, to: *mut f32) {
    let mut i = 0;
    // SAFETY: elements below `width`.
    unsafe {
        while i + S::LANES <= width {
            S::store(to.add(i), S::load(from.add(i)));
            i += S::LANES;
        }
        if i < width {
            let mask = S::first(width - i);
            S::store_first(to.add(i), mask, S::load_first(from.add(i), mask));
        }
    }
}

/// `width` elements, two apart where they come from.
///
/// # Safety
/// As [`all`].
#[inline(always)]
unsafe fn every_second<S: Simd>(width: usize, from: *const f32, to: *mut f32) {
    let mut i = 0;
    // SAFETY: elements below `2 * width - 1` of `from`, below `width` of `to`.
    unsafe {
        // The last vector would end one element too far.
        while i + S::LANES < width {
            let (low, high) = (S::load(from.add(2 * i)), S::load(from.add(2 * i + S::LANES)));
            S::store(to.add(i), S::even(low, high));
            i += S::LANES;
        }
        if i < width {
            let left = 2 * (width - i) - 1;
            let low = S::load_first(from.add(2 * i), S::first(left.min(S::LANES)));
            let high = if left > S::LANES {
                S::load_first(from.add(2 * i + S::LANES), S::first(left - S::LANES))
            } else {
                S::splat(0.0)
            };
            S::store_first(to.add(i), S::first(width - i), S::even(low, high));
        }
    }
}

/// Splits rows of `l.width` elements that lie side by side: the first of even places goes to the first of `at`, that of odd ones
/// to the second. (The step of an element is 1, there and here.)
///
/// # Panics
/// When a row lies outside its slice.
pub(in crate::kernels) fn split(
    machine: Machine,
    l: &Lines,
    at: [usize; 2],
    from: &[f32],
    to: &mut [f32],
) {
    if l.planes == 0 || l.rows == 0 || l.width == 0 {
        return;
    }
    assert!(l.from[2] == 1 && l.to[2] == 1, "elements side by side");
    let half = Lines { width: l.width.div_ceil(2), ..*l };
    let end = half.reach(l.to).saturating_add(at[0].max(at[1]));
    assert!(l.reach(l.from) <= from.len() && end <= to.len(), "rows of planes");
    let (from, to) = (from.as_ptr(), to.as_mut_ptr());
    // SAFETY: a `Machine` is one that this machine has; all rows lie in their slices: above.
    unsafe {
        super::on!(machine, halves(l: &Lines, at: [usize; 2], from: *const f32, to: *mut f32));
    }
}

/// # Safety
/// The machine has the instructions of `S`, and the rows lie in their slices.
#[inline(always)]
unsafe fn halves<S: Simd>(l: &Lines, at: [usize; 2], from: *const f32, to: *mut f32) {
    let whole = l.width - l.width % (2 * S::LANES);
    let left = l.width - whole;
    // SAFETY: elements below `l.width`; the last vectors are masked.
    unsafe {
        let low = S::first(left.min(S::LANES));
        let high = S::first(left.saturating_sub(S::LANES));
        let (even_lanes, odd_lanes) = (S::first(left.div_ceil(2)), S::first(left / 2));
        for plane in 0..l.planes {
            for row in 0..l.rows {
                let from = from.add(plane * l.from[0] + row * l.from[1]);
                let to = to.add(plane * l.to[0] + row * l.to[1]);
                let (even, odd) = (to.add(at[0]), to.add(at[1]));
                let mut i = 0;
                while i < whole {
                    let x = (S::load(from.add(i)), S::load(from.add(i + S::LANES)));
                    S::store(even.add(i / 2), S::even(x.0, x.1));
                    S::store(odd.add(i / 2), S::odd(x.0, x.1));
                    i += 2 * S::LANES;
                }
                if left > 0 {
                    let from = from.add(whole);
                    // Past the row, where nothing is read, may be another object.
                    let right = from.wrapping_add(S::LANES);
                    let x = (S::load_first(from, low), S::load_first(right, high));
                    S::store_first(even.add(whole / 2), even_lanes, S::even(x.0, x.1));
                    S::store_first(odd.wrapping_add(whole / 2), odd_lanes, S::odd(x.0, x.1));
                }
            }
        }
    }
}
