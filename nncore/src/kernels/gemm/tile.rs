//! Products of operands of any layout, without an allocation, each element summed in the
//! order of k: `((0 + a₀b₀) + a₁b₁) + …`, from C's element where it is added to.
//!
//! A block of B is packed on the stack (4 KiB), 4 rows of C at a time run over it.

use super::{MatrixMut, MatrixRef};
use crate::Element;
use crate::kernels::Write;
use crate::kernels::dispatch::avx2;

/// Rows of C in registers.
const ROWS: usize = 4;
/// Elements along k in one go.
const BLOCK: usize = 64;

/// `C = A B` or `C += A B`; k > 0.
pub(super) fn gemm<T: Element>(
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    c: MatrixMut<'_, T>,
) {
    // The lanes run along the columns of C: they should be side by side, or else many.
    // Transposing changes no bit: products commute.
    let narrow = c.column_count() < 8 && c.row_count() > c.column_count();
    let side_by_side = c.column_stride() == 1 || c.column_count() == 1;
    let (a, b, c) = if narrow || !side_by_side && c.row_count() >= 8 {
        (b.transposed(), a.transposed(), c.transposed())
    } else {
        (a, b, c)
    };
    // Two registers of AVX2.
    if T::BYTES == 4 {
        blocks::<T, 16>(a, b, write, c);
    } else {
        blocks::<T, 8>(a, b, write, c);
    }
}

fn blocks<T: Element, const N: usize>(
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    let (k, n) = (a.column_count(), b.column_count());
    let mut packed = [[T::ZERO; N]; BLOCK];
    for column in (0..n).step_by(N) {
        let width = N.min(n - column);
        for start in (0..k).step_by(BLOCK) {
            let depth = BLOCK.min(k - start);
            pack(&b, start, column, width, &mut packed[..depth]);
            let write = if start == 0 { write } else { Write::Add };
            panel(&a, &packed[..depth], start, column, width, write, &mut c);
        }
    }
}

/// Copies `width` columns of B; the rest of the lanes is 0.
#[inline(always)]
fn pack<T: Element, const N: usize>(
    b: &MatrixRef<'_, T>,
    start: usize,
    column: usize,
    width: usize,
    packed: &mut [[T; N]],
) {
    let columns = b.columns(column..column + width);
    if columns.column_stride() == 1 {
        for (p, row) in packed.iter_mut().enumerate() {
            row[..width].copy_from_slice(columns.row(start + p, 0..width));
            row[width..].fill(T::ZERO);
        }
        return;
    }
    for (p, row) in packed.iter_mut().enumerate() {
        for (j, place) in row.iter_mut().enumerate() {
            // SAFETY: `start + p` is below k, `j` below the width of `columns`.
            *place = if j < width { unsafe { columns.get(start + p, j) } } else { T::ZERO };
        }
    }
}

avx2! {
    fn panel<T; const N: usize>(
        a: &MatrixRef<'_, T>,
        b: &[[T; N]],
        start: usize,
        column: usize,
        width: usize,
        write: Write,
        c: &mut MatrixMut<'_, T>,
    ) = panel_body;
}

#[inline(always)]
fn panel_body<T: Element, const N: usize>(
    a: &MatrixRef<'_, T>,
    b: &[[T; N]],
    start: usize,
    column: usize,
    width: usize,
    write: Write,
    c: &mut MatrixMut<'_, T>,
) {
    let m = a.row_count();
    let whole = m / ROWS * ROWS;
    for i in (0..whole).step_by(ROWS) {
        rows::<T, N, ROWS>(a, b, start, i, column, width, write, c);
    }
    for i in whole..m {
        rows::<T, N, 1>(a, b, start, i, column, width, write, c);
    }
}

/// `R` rows of C, `width` columns, `b.len()` elements along k.
#[inline(always)]
#[allow(clippy::needless_range_loop)] // several arrays under one index
fn rows<T: Element, const N: usize, const R: usize>(
    a: &MatrixRef<'_, T>,
    b: &[[T; N]],
    start: usize,
    i: usize,
    column: usize,
    width: usize,
    write: Write,
    c: &mut MatrixMut<'_, T>,
) {
    let mut sums = [[T::ZERO; N]; R];
    let side_by_side = width == N && c.column_stride() == 1;
    if write == Write::Add {
        for (r, sums) in sums.iter_mut().enumerate() {
            if side_by_side {
                // SAFETY: rows `i..i + R`, columns `column..column + width` are inside C,
                // whose column stride is 1.
                sums.copy_from_slice(unsafe { c.row(i + r, column, N) });
            } else {
                for (j, sum) in sums[..width].iter_mut().enumerate() {
                    // SAFETY: inside C, as above.
                    *sum = unsafe { *c.at(i + r, column + j) };
                }
            }
        }
    }
    for (p, b) in b.iter().enumerate() {
        for r in 0..R {
            // SAFETY: rows `i..i + R` and columns `start..start + b.len()` are inside A.
            let left = unsafe { a.get(i + r, start + p) };
            for l in 0..N {
                sums[r][l] += left * b[l];
            }
        }
    }
    for (r, sums) in sums.iter().enumerate() {
        if side_by_side {
            // SAFETY: inside C, as above; the column stride is 1.
            unsafe { c.row(i + r, column, N) }.copy_from_slice(sums);
        } else {
            for (j, sum) in sums[..width].iter().enumerate() {
                // SAFETY: inside C, as above.
                unsafe { *c.at(i + r, column + j) = *sum };
            }
        }
    }
}
