//! Products in native `f32` on AVX-512, whose vectors matrixmultiply does not use: by the loops of [`moved`], which pack
//! nothing. With AVX2 the other ways are as fast.
//!
//! [`moved`]: crate::kernels::moved

use super::{MatrixMut, MatrixRef};
use crate::Element;
use crate::kernels::Write;
use crate::kernels::moved::{
    Dots, Finish, Machine, Product, Taps, dots_at, is_f32, numbers, product_at,
};

/// Elements along k in one go: of columns of B that stay in a cache meanwhile, so many elements.
const DEPTH: usize = 256;
const STAY: usize = 48 * 1024;
/// Elements along k of dot products in one go; A has some tens of rows of it in the second-level cache.
const BLOCK: usize = 1024;

/// How the operands lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Both along k: dot products.
    Dots,
    /// B and C along the columns.
    Product,
    /// A and C along the rows: the product of the transposes.
    Transposed,
}

/// The way of a product, if it is one of these.
pub(super) fn way<T: Element>(a: &MatrixRef<'_, T>, b: &MatrixRef<'_, T>) -> Option<Way> {
    if !is_f32::<T>() || Machine::detect() != Some(Machine::Avx512) {
        return None;
    }
    // Moves are numbers of 31 bits.
    let fits = |m: &MatrixRef<'_, T>| m.numbers().len() <= i32::MAX as usize;
    if !fits(a) || !fits(b) {
        return None;
    }
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    if a.column_stride() == 1 && b.row_stride() == 1 && k >= 32 {
        return Some(Way::Dots);
    }
    // Of the two, that with the fuller vectors.
    let along_columns = b.column_stride() == 1 && n >= 8;
    let along_rows = a.row_stride() == 1 && m >= 8;
    match (along_columns, along_rows) {
        (true, true) if m > 2 * n => Some(Way::Transposed),
        (true, _) => Some(Way::Product),
        (false, true) => Some(Way::Transposed),
        (false, false) => None,
    }
}

/// Whether C lies as the way needs it.
pub(super) fn writes<T: Element>(way: Way, c: &MatrixMut<'_, T>) -> bool {
    let (rows, columns) = (c.column_stride() == 1, c.row_stride() == 1);
    match way {
        Way::Dots => rows || columns,
        Way::Product => rows,
        Way::Transposed => columns,
    }
}

/// `C = A B` or `C += A B`.
///
/// # Panics
/// Unless the way is that of the operands.
pub(super) fn gemm<T: Element>(
    way: Way,
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    c: MatrixMut<'_, T>,
) {
    assert!(writes(way, &c), "a product whose operands lie in order");
    match way {
        Way::Dots if c.column_stride() == 1 => by_dots(a, b, write, c),
        Way::Dots => by_dots(b.transposed(), a.transposed(), write, c.transposed()),
        Way::Product => by_columns(a, b, write, c),
        Way::Transposed => by_columns(b.transposed(), a.transposed(), write, c.transposed()),
    }
}

fn by_columns<T: Element>(
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    let at_once = (STAY / k.clamp(1, DEPTH)).next_multiple_of(48);
    let (row, one) = (c.row_stride(), [[0, 0]]);
    let c = c.start().cast::<f32>();
    for column in (0..n).step_by(at_once) {
        let columns = at_once.min(n - column);
        for first in (0..k).step_by(DEPTH) {
            let p = Product {
                taps: Taps::whole(&one, columns),
                channels: DEPTH.min(k - first),
                rows: m,
                groups: 1,
                a: &numbers(a.numbers())[first * a.column_stride()..],
                a_steps: [a.row_stride(), a.column_stride(), 0],
                b: &numbers(b.numbers())[first * b.row_stride() + column..],
                b_steps: [b.row_stride(), 0],
                start: None,
                finish: Finish { add: first > 0 || write == Write::Add, ..Finish::default() },
                c_steps: [row, 0],
            };
            // SAFETY: rows and columns of C, whose columns lie side by side, of `f32`: `is_f32`, which `numbers` checks.
            unsafe { product_at(Machine::Avx512, &p, c.add(column)) };
        }
    }
}

fn by_dots<T: Element>(
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    let (row, one) = (c.row_stride(), [[0, 0]]);
    let c = c.start().cast::<f32>();
    for first in (0..k).step_by(BLOCK) {
        let write = if first == 0 { write } else { Write::Add };
        let d = Dots {
            taps: Taps::whole(&one, k),
            channels: n,
            rows: m,
            groups: 1,
            parts: 1,
            columns: [first, k.min(first + BLOCK)],
            a: numbers(a.numbers()),
            a_steps: [a.row_stride(), 0, 0],
            b: numbers(b.numbers()),
            b_steps: [b.column_stride(), 0, 0],
            c_row: row,
        };
        // SAFETY: rows and columns of C, whose columns lie side by side, of `f32`: `is_f32`, which `numbers` checks.
        unsafe { dots_at(Machine::Avx512, &d, write, c) };
    }
}
