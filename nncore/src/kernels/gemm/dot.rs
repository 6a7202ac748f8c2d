//! Products of two operands that both lie along k: dot products of rows of A and columns
//! of B, 4 × 3 at a time, nothing packed.
//!
//! One element is the sum over blocks of [`BLOCK`] along k, in order, of sums in `LANES`
//! interleaved lanes, added in a tree. That order depends on k alone, not on where in C
//! the element lies.

use super::{MatrixMut, MatrixRef};
use crate::Element;
use crate::kernels::Write;

/// Rows and columns of C in registers: with FMA, 12 sums, the columns and a row take all 16 of AVX2 (3 × 4
/// spills, for half of the speed).
const ROWS: usize = 4;
const COLUMNS: usize = 3;
/// Elements along k in one go, and columns that stay in the L1 cache meanwhile (24 KiB of f32).
const BLOCK: usize = 1024;
const STAY: usize = 2 * COLUMNS;

/// A machine for which these loops pay: on x86-64, where there is `std` to ask it, one with AVX2 and FMA; any other
/// one elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Machine(());

impl Machine {
    /// This one, if it is such a machine.
    pub(super) fn detect() -> Option<Self> {
        #[cfg(all(feature = "std", target_arch = "x86_64"))]
        if !(std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma")) {
            return None;
        }
        Some(Self(()))
    }
}

/// `C = A B` or `C += A B`; A's column stride and B's row stride are 1.
pub(super) fn gemm<T: Element>(
    machine: Machine,
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    let b = b.transposed();
    let (n, k) = (b.row_count(), a.column_count());
    for start in (0..k).step_by(BLOCK) {
        let along = start..k.min(start + BLOCK);
        let write = if start == 0 { write } else { Write::Add };
        for j in (0..n).step_by(STAY) {
            let stay = j..n.min(j + STAY);
            // One register of AVX2 a lane vector.
            if T::BYTES == 4 {
                panel::<T, 8>(machine, &a, &b, along.clone(), stay, write, &mut c);
            } else {
                panel::<T, 4>(machine, &a, &b, along.clone(), stay, write, &mut c);
            }
        }
    }
}

/// `panel_body`, with FMA where the machine has it: this is the native arithmetic.
fn panel<T: Element, const LANES: usize>(
    _: Machine,
    a: &MatrixRef<'_, T>,
    b: &MatrixRef<'_, T>,
    along: core::ops::Range<usize>,
    columns: core::ops::Range<usize>,
    write: Write,
    c: &mut MatrixMut<'_, T>,
) {
    #[cfg(all(feature = "std", target_arch = "x86_64"))]
    {
        #[target_feature(enable = "avx2,fma")]
        fn fused<T: Element, const LANES: usize>(
            a: &MatrixRef<'_, T>,
            b: &MatrixRef<'_, T>,
            along: core::ops::Range<usize>,
            columns: core::ops::Range<usize>,
            write: Write,
            c: &mut MatrixMut<'_, T>,
        ) {
            panel_body::<T, LANES>(a, b, along, columns, write, c, T::mul_add);
        }
        // SAFETY: a `Machine` has AVX2 and FMA here: `detect`.
        unsafe { fused::<T, LANES>(a, b, along, columns, write, c) }
    }
    #[cfg(not(all(feature = "std", target_arch = "x86_64")))]
    panel_body::<T, LANES>(a, b, along, columns, write, c, |x, y, z| x * y + z);
}

#[inline(always)]
fn panel_body<T: Element, const LANES: usize>(
    a: &MatrixRef<'_, T>,
    b: &MatrixRef<'_, T>,
    along: core::ops::Range<usize>,
    columns: core::ops::Range<usize>,
    write: Write,
    c: &mut MatrixMut<'_, T>,
    mul_add: impl Fn(T, T, T) -> T + Copy,
) {
    let m = c.row_count();
    let mut i = 0;
    while i < m {
        // A single row has loops of its own; of two or three, which would wait for their own sums, a row is repeated.
        if m - i > 1 {
            rows::<T, LANES, ROWS>(a, b, i, along.clone(), columns.clone(), write, c, mul_add);
        } else {
            rows::<T, LANES, 1>(a, b, i, along.clone(), columns.clone(), write, c, mul_add);
        }
        i += ROWS;
    }
}

/// Rows of C from `i` on, `R` of them or those that are left.
#[inline(always)]
fn rows<T: Element, const LANES: usize, const R: usize>(
    a: &MatrixRef<'_, T>,
    b: &MatrixRef<'_, T>,
    i: usize,
    along: core::ops::Range<usize>,
    columns: core::ops::Range<usize>,
    write: Write,
    c: &mut MatrixMut<'_, T>,
    mul_add: impl Fn(T, T, T) -> T + Copy,
) {
    let m = c.row_count();
    let left = core::array::from_fn(|r| a.row((i + r).min(m - 1), along.clone()));
    for j in columns.clone().step_by(COLUMNS) {
        let column = |s: usize| b.row((j + s).min(columns.end - 1), along.clone());
        let counts = [R.min(m - i), COLUMNS.min(columns.end - j)];
        if counts[1] > 1 {
            let right = core::array::from_fn(column); // of two, too, one is repeated
            store(c, i, j, counts, write, dots::<T, LANES, R, COLUMNS>(left, right, mul_add));
        } else {
            store(c, i, j, counts, write, dots::<T, LANES, R, 1>(left, [column(0)], mul_add));
        }
    }
}

#[inline(always)]
fn store<T: Element, const R: usize, const S: usize>(
    c: &mut MatrixMut<'_, T>,
    i: usize,
    j: usize,
    [rows, columns]: [usize; 2],
    write: Write,
    sums: [[T; S]; R],
) {
    for (r, sums) in sums.iter().enumerate().take(rows) {
        for (s, sum) in sums.iter().enumerate().take(columns) {
            // SAFETY: `rows` runs over the rows of A and of Bᵀ, the sizes of C.
            let place = unsafe { c.at(i + r, j + s) };
            *place = match write {
                Write::Assign => *sum,
                Write::Add => *place + *sum,
            };
        }
    }
}

/// The dot products of each `a` with each `b`, all of one length.
#[inline(always)]
#[allow(clippy::needless_range_loop)] // several arrays under one index
fn dots<T: Element, const LANES: usize, const R: usize, const S: usize>(
    a: [&[T]; R],
    b: [&[T]; S],
    mul_add: impl Fn(T, T, T) -> T + Copy,
) -> [[T; S]; R] {
    let k = a[0].len();
    let (a, b) = (a.map(|row| &row[..k]), b.map(|row| &row[..k]));
    let mut sums = [[[T::ZERO; LANES]; S]; R];
    let mut p = 0;
    while p + LANES <= k {
        let right: [[T; LANES]; S] = core::array::from_fn(|s| lanes(&b[s][p..p + LANES]));
        for r in 0..R {
            let left: [T; LANES] = lanes(&a[r][p..p + LANES]);
            for s in 0..S {
                for l in 0..LANES {
                    sums[r][s][l] = mul_add(left[l], right[s][l], sums[r][s][l]);
                }
            }
        }
        p += LANES;
    }
    finish(sums, a.map(|row| &row[p..]), b.map(|row| &row[p..]))
}

/// Adds the products of the last elements, fewer than there are lanes, and the lanes.
/// Not inlined: next to this the loop above would be vectorised for the shuffles of the
/// tree, at half the speed.
#[inline(never)]
#[allow(clippy::needless_range_loop)] // several arrays under one index
fn finish<T: Element, const LANES: usize, const R: usize, const S: usize>(
    mut sums: [[[T; LANES]; S]; R],
    a: [&[T]; R],
    b: [&[T]; S],
) -> [[T; S]; R] {
    let mut result = [[T::ZERO; S]; R];
    for r in 0..R {
        for s in 0..S {
            let lanes = &mut sums[r][s];
            for ((lane, left), right) in lanes.iter_mut().zip(a[r]).zip(b[s]) {
                *lane += *left * *right;
            }
            result[r][s] = tree(*lanes);
        }
    }
    result
}

#[inline(always)]
fn lanes<T: Element, const LANES: usize>(slice: &[T]) -> [T; LANES] {
    let mut lanes = [T::ZERO; LANES];
    lanes.copy_from_slice(slice);
    lanes
}

/// The sum of the lanes: halves onto halves.
#[inline(always)]
fn tree<T: Element, const LANES: usize>(mut lanes: [T; LANES]) -> T {
    let mut half = LANES / 2;
    while half > 0 {
        for l in 0..half {
            let upper = lanes[l + half];
            lanes[l] += upper;
        }
        half /= 2;
    }
    lanes[0]
}
