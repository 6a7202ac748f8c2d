//! Sums along k, vectors along j.

use super::Machine;
use super::simd::Simd;

/// Where the operands of one k lie: the element of A in the first row, and the one of B at `j = 0`.
pub(in crate::kernels) type Place = [u32; 2];

/// `C[r, j] = start[r] + Σ A[a + r · a_row] · B[b + j]` over the places (a, b), each sum in the order of the places.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Product<'a> {
    pub(in crate::kernels) places: &'a [Place],
    pub(in crate::kernels) a: &'a [f32],
    pub(in crate::kernels) a_row: usize,
    pub(in crate::kernels) b: &'a [f32],
    /// The first sums, one a row; `None` is 0.
    pub(in crate::kernels) start: Option<&'a [f32]>,
    pub(in crate::kernels) rows: usize,
    pub(in crate::kernels) columns: usize,
    /// From a row of C to the next.
    pub(in crate::kernels) c_row: usize,
}

/// Computes it. What C holds before is not read; elements of it between the rows stay.
///
/// # Panics
/// When an operand lies outside its slice.
pub(in crate::kernels) fn product(machine: Machine, p: &Product<'_>, c: &mut [f32]) {
    if p.rows == 0 || p.columns == 0 {
        return;
    }
    let (mut last_a, mut last_b) = (0, 0);
    for place in p.places {
        last_a = last_a.max(place[0] as usize);
        last_b = last_b.max(place[1] as usize);
    }
    if !p.places.is_empty() {
        let last = last_a.saturating_add((p.rows - 1).saturating_mul(p.a_row));
        assert!(last < p.a.len(), "product: elements of A");
        assert!(last_b.saturating_add(p.columns) <= p.b.len(), "product: elements of B");
    }
    assert!(p.start.is_none_or(|s| s.len() >= p.rows), "product: the first sums");
    let end = (p.rows - 1).saturating_mul(p.c_row).saturating_add(p.columns);
    assert!(end <= c.len(), "product: elements of C");
    let c = c.as_mut_ptr();
    // SAFETY: a `Machine` is one that this machine has; all operands lie in their slices: above.
    unsafe { super::on!(machine, all(p: &Product<'_>, c: *mut f32)) }
}

/// # Safety
/// The machine has the instructions of `S`, and the operands lie in their slices and in `c`.
#[inline(always)]
unsafe fn all<S: Simd>(p: &Product<'_>, c: *mut f32) {
    let mut row = 0;
    // SAFETY (of each call): rows below `p.rows`.
    #[allow(clippy::undocumented_unsafe_blocks)]
    unsafe {
        if S::MANY {
            while p.rows - row >= 8 {
                rows::<S, 8>(p, row, c);
                row += 8;
            }
        }
        while p.rows - row >= 4 {
            rows::<S, 4>(p, row, c);
            row += 4;
        }
        if p.rows - row >= 2 {
            rows::<S, 2>(p, row, c);
            row += 2;
        }
        if p.rows - row == 1 {
            rows::<S, 1>(p, row, c);
        }
    }
}

/// R rows from `row` on.
///
/// # Safety
/// As [`all`]; there are so many rows.
#[inline(always)]
unsafe fn rows<S: Simd, const R: usize>(p: &Product<'_>, row: usize, c: *mut f32) {
    let mut start = [0.0; R];
    if let Some(s) = p.start {
        start.copy_from_slice(&s[row..row + R]);
    }
    let mut j = 0;
    while j < p.columns {
        let left = p.columns - j;
        let vectors = left.div_ceil(S::LANES);
        // SAFETY: columns below `p.columns`, of rows that there are.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            let c = c.add(row * p.c_row + j);
            // Four are two and two rather than three and one.
            let width = match vectors {
                1 => tile::<S, R, 1>(p, row, j, left, start, c),
                2 | 4 => tile::<S, R, 2>(p, row, j, left, start, c),
                _ => tile::<S, R, 3>(p, row, j, left, start, c),
            };
            j += width;
        }
    }
}

/// R rows and V vectors of columns, of which there are `left`; gives the number of columns.
///
/// # Safety
/// As [`rows`]; `c` is where they go.
#[inline(always)]
unsafe fn tile<S: Simd, const R: usize, const V: usize>(
    p: &Product<'_>,
    row: usize,
    j: usize,
    left: usize,
    start: [f32; R],
    c: *mut f32,
) -> usize {
    let width = left.min(V * S::LANES);
    // SAFETY: what is read and written lies in the operands: the caller promises it, and the last vector is masked.
    unsafe {
        let mask = S::first(width - (V - 1) * S::LANES);
        let (a, b) = (p.a.as_ptr().add(row * p.a_row), p.b.as_ptr().add(j));
        let mut sums = start.map(|s| [S::splat(s); V]);
        for place in p.places {
            let (a, b) = (a.add(place[0] as usize), b.add(place[1] as usize));
            let mut x = [S::load_first(b.add((V - 1) * S::LANES), mask); V];
            for v in 0..V - 1 {
                x[v] = S::load(b.add(v * S::LANES));
            }
            for r in 0..R {
                let w = S::splat(*a.add(r * p.a_row));
                for v in 0..V {
                    sums[r][v] = S::mul_add(w, x[v], sums[r][v]);
                }
            }
        }
        for r in 0..R {
            let c = c.add(r * p.c_row);
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
