//! Sums along j: the gradient of the weights.

use super::Machine;
use super::simd::Simd;
use crate::kernels::Write;

/// `C[r, q] = Σ_s Σ_j A[r · a_row + s · a_part + j] · B[offsets[q] + s · b_part + j]` over the parts s and the elements j
/// of a part. A sum is made in the lanes of a vector, part by part, and the lanes are added at the end.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Dots<'a> {
    pub(in crate::kernels) a: &'a [f32],
    pub(in crate::kernels) a_row: usize,
    pub(in crate::kernels) a_part: usize,
    pub(in crate::kernels) b: &'a [f32],
    pub(in crate::kernels) b_part: usize,
    /// One a column of C.
    pub(in crate::kernels) offsets: &'a [u32],
    pub(in crate::kernels) rows: usize,
    pub(in crate::kernels) parts: usize,
    /// Elements of a part.
    pub(in crate::kernels) len: usize,
}

/// Computes it; a row of C has `offsets.len()` elements.
///
/// # Panics
/// When an operand lies outside its slice.
pub(in crate::kernels) fn dots(machine: Machine, d: &Dots<'_>, write: Write, c: &mut [f32]) {
    assert_eq!(c.len(), d.rows * d.offsets.len(), "dots: elements of C");
    if c.is_empty() {
        return;
    }
    if d.parts == 0 || d.len == 0 {
        if write == Write::Assign {
            c.fill(0.0);
        }
        return;
    }
    let end = |first: usize, part: usize| {
        first.saturating_add((d.parts - 1).saturating_mul(part)).saturating_add(d.len)
    };
    let last = d.offsets.iter().max().copied().unwrap_or(0) as usize;
    assert!(
        end((d.rows - 1).saturating_mul(d.a_row), d.a_part) <= d.a.len(),
        "dots: elements of A"
    );
    assert!(end(last, d.b_part) <= d.b.len(), "dots: elements of B");
    let c = c.as_mut_ptr();
    // SAFETY: a `Machine` is one that this machine has; all operands lie in their slices: above.
    unsafe { super::on!(machine, all(d: &Dots<'_>, write: Write, c: *mut f32)) }
}

/// # Safety
/// The machine has the instructions of `S`, and the operands lie in their slices and in `c`.
#[inline(always)]
unsafe fn all<S: Simd>(d: &Dots<'_>, write: Write, c: *mut f32) {
    let mut row = 0;
    // SAFETY (of each call): rows below `d.rows`.
    #[allow(clippy::undocumented_unsafe_blocks)]
    unsafe {
        if S::MANY {
            while d.rows - row >= 4 {
                rows::<S, 4, 6>(d, row, write, c);
                row += 4;
            }
        }
        while d.rows - row >= 2 {
            rows::<S, 2, 4>(d, row, write, c);
            row += 2;
        }
        if d.rows - row == 1 {
            rows::<S, 1, 4>(d, row, write, c);
        }
    }
}

/// R rows from `row` on, Q columns at a time.
///
/// # Safety
/// As [`all`]; there are so many rows.
#[inline(always)]
unsafe fn rows<S: Simd, const R: usize, const Q: usize>(
    d: &Dots<'_>,
    row: usize,
    write: Write,
    c: *mut f32,
) {
    let columns = d.offsets.len();
    let mut q = 0;
    while q < columns {
        let count = if columns - q >= Q { Q } else { (columns - q).min(2) };
        // SAFETY: rows and columns that there are.
        #[allow(clippy::undocumented_unsafe_blocks)]
        unsafe {
            let c = c.add(row * columns + q);
            match count {
                1 => tile::<S, R, 1>(d, row, q, write, c),
                2 => tile::<S, R, 2>(d, row, q, write, c),
                _ => tile::<S, R, Q>(d, row, q, write, c),
            }
        }
        q += count;
    }
}

/// R rows and Q columns.
///
/// # Safety
/// As [`rows`]; `c` is where they go.
#[inline(always)]
unsafe fn tile<S: Simd, const R: usize, const Q: usize>(
    d: &Dots<'_>,
    row: usize,
    q: usize,
    write: Write,
    c: *mut f32,
) {
    // SAFETY: what is read and written lies in the operands: the caller promises it, and the last vector is masked.
    unsafe {
        let rest = d.len % S::LANES;
        let whole = d.len - rest;
        let mask = S::first(rest);
        let mut offsets = [0; Q];
        offsets.copy_from_slice(&d.offsets[q..q + Q]);
        let mut sums = [[S::splat(0.0); Q]; R];
        for part in 0..d.parts {
            let a = d.a.as_ptr().add(row * d.a_row + part * d.a_part);
            let b = offsets.map(|o| d.b.as_ptr().add(o as usize + part * d.b_part));
            let mut j = 0;
            while j < whole {
                let mut y = [S::splat(0.0); R];
                for r in 0..R {
                    y[r] = S::load(a.add(r * d.a_row + j));
                }
                for q in 0..Q {
                    let x = S::load(b[q].add(j));
                    for r in 0..R {
                        sums[r][q] = S::mul_add(y[r], x, sums[r][q]);
                    }
                }
                j += S::LANES;
            }
            if rest > 0 {
                for q in 0..Q {
                    let x = S::load_first(b[q].add(whole), mask);
                    for r in 0..R {
                        let y = S::load_first(a.add(r * d.a_row + whole), mask);
                        sums[r][q] = S::mul_add(y, x, sums[r][q]);
                    }
                }
            }
        }
        let columns = d.offsets.len();
        for r in 0..R {
            let mut first = 0;
            while first < Q {
                // Constant places: an array that is indexed otherwise lies in memory.
                let of = |i: usize| if first + i < Q { sums[r][first + i] } else { sums[r][first] };
                let four = S::sums([of(0), of(1), of(2), of(3)]);
                for i in 0..4 {
                    if first + i < Q {
                        let c = c.add(r * columns + first + i);
                        *c = if write == Write::Add { *c + four[i] } else { four[i] };
                    }
                }
                first += 4;
            }
        }
    }
}
