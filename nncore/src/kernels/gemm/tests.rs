use std::format;
use std::vec;
use std::vec::Vec;

use super::*;
use crate::kernels::fixture::{Guarded, Numbers};

const BOTH: [Arithmetic; 2] = [Arithmetic::Native, Arithmetic::Portable];

/// `C = A B` or `C += A B` by the definition; each sum in the order of k.
fn reference<T: Element>(a: MatrixRef<'_, T>, b: MatrixRef<'_, T>, c: &mut [T], write: Write) {
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    for i in 0..m {
        for j in 0..n {
            let mut sum = if write == Write::Add { c[i * n + j] } else { T::ZERO };
            for p in 0..k {
                // SAFETY: the loops are those of the sizes.
                sum += unsafe { a.get(i, p) * b.get(p, j) };
            }
            c[i * n + j] = sum;
        }
    }
}

/// A view of `data`, by rows or by columns.
fn view<T>(data: &[T], rows: usize, columns: usize, by_columns: bool) -> MatrixRef<'_, T> {
    if by_columns {
        MatrixRef::new(data, columns, rows).transposed()
    } else {
        MatrixRef::new(data, rows, columns)
    }
}

fn check_one<T: Element>(m: usize, k: usize, n: usize, layout: usize, integers: bool) {
    let mut numbers = Numbers::new((m * 1_000_003 + k * 1009 + n) as u64);
    let mut draw = |len| if integers { numbers.integers(len) } else { numbers.fractions(len) };
    let (a, b, before): (Vec<T>, Vec<T>, Vec<T>) = (draw(m * k), draw(k * n), draw(m * n));
    let a = view(&a, m, k, layout & 1 != 0);
    let b = view(&b, k, n, layout & 2 != 0);
    let by_columns = layout & 4 != 0;
    for arithmetic in BOTH {
        if !integers && arithmetic == Arithmetic::Native {
            continue; // another order of the sums
        }
        for write in [Write::Assign, Write::Add] {
            let mut expected = before.clone();
            reference(a, b, &mut expected, write);
            let mut c =
                if write == Write::Add { Guarded::of(&before) } else { Guarded::nan(m * n) };
            if by_columns {
                let transpose =
                    |x: &[T]| -> Vec<T> { (0..m * n).map(|i| x[i % m * n + i / m]).collect() };
                if write == Write::Add {
                    c = Guarded::of(&transpose(&before));
                }
                expected = transpose(&expected);
                let view = MatrixMut::new(c.slice(), n, m).transposed();
                gemm(arithmetic, a, b, write, view);
            } else {
                gemm(arithmetic, a, b, write, MatrixMut::new(c.slice(), m, n));
            }
            let what = format!("{m} × {k} × {n}, layout {layout}, {arithmetic:?}, {write:?}");
            c.assert(&expected, &what);
        }
    }
}

/// Around every tile (2, 4, 8, 16), block (64, 1024) and threshold (16³, 32).
const SIZES: [(usize, usize, usize); 27] = [
    (1, 1, 1),
    (1, 7, 1),
    (1, 64, 17),
    (19, 65, 1),
    (2, 3, 5),
    (3, 31, 3),
    (4, 32, 4),
    (5, 33, 31),
    (7, 63, 9),
    (8, 8, 8),
    (9, 127, 8),
    (13, 17, 19),
    (15, 15, 15),
    (16, 16, 16),
    (17, 16, 17),
    (31, 40, 33),
    (32, 129, 27),
    (33, 64, 33),
    (33, 35, 34),
    (1, 1023, 5),
    (3, 1024, 4),
    (6, 1025, 7),
    (2, 2055, 3),
    (65, 257, 9),
    (40, 300, 71),
    (5, 260, 250),
    (4, 5, 130),
];

#[test]
fn products_of_integers_are_exact() {
    for (m, k, n) in SIZES {
        for layout in 0..8 {
            check_one::<f32>(m, k, n, layout, true);
            check_one::<f64>(m, k, n, layout, true);
        }
    }
}

#[test]
fn portable_sums_are_in_the_order_of_k() {
    for (m, k, n) in SIZES {
        for layout in 0..8 {
            check_one::<f32>(m, k, n, layout, false);
            check_one::<f64>(m, k, n, layout, false);
        }
    }
}

#[test]
fn an_empty_sum_is_zero() {
    for arithmetic in BOTH {
        let mut c = Guarded::<f32>::nan(6);
        let (a, b) = (MatrixRef::new(&[], 2, 0), MatrixRef::new(&[], 0, 3));
        gemm(arithmetic, a, b, Write::Assign, MatrixMut::new(c.slice(), 2, 3));
        c.assert(&[0.0; 6], "k = 0");
        let mut c = Guarded::of(&[1.0_f32, 2.0, 3.0, 4.0, 5.0, 6.0]);
        gemm(arithmetic, a, b, Write::Add, MatrixMut::new(c.slice(), 2, 3));
        c.assert(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], "k = 0, added");
        let (a, b) = (MatrixRef::<f32>::new(&[], 0, 2), MatrixRef::new(&[], 2, 0));
        gemm(arithmetic, a, b, Write::Assign, MatrixMut::new(&mut [], 0, 0));
    }
}

#[test]
fn views_of_parts() {
    let mut numbers = Numbers::new(5);
    let data: Vec<f64> = numbers.integers(20 * 30);
    let whole = MatrixRef::new(&data, 20, 30);
    let a = whole.rows(3..11).columns(5..22);
    let b = whole.transposed().rows(2..19).columns(1..14);
    let mut expected = vec![0.0; 8 * 13];
    reference(a, b, &mut expected, Write::Assign);
    for arithmetic in BOTH {
        let mut all = Guarded::of(&[7.0; 10 * 20]);
        let part = MatrixMut::new(all.slice(), 10, 20).rows(1..9).columns(4..17);
        gemm(arithmetic, a, b, Write::Assign, part);
        let mut frame = vec![7.0; 10 * 20];
        for i in 0..8 {
            frame[(i + 1) * 20 + 4..][..13].copy_from_slice(&expected[i * 13..(i + 1) * 13]);
        }
        all.assert(&frame, "a part of a matrix");
    }
}

#[test]
fn no_bit_depends_on_the_number_of_threads() {
    let shapes = [(64, 3000, 128), (128, 64, 1100), (1300, 200, 9), (1, 4000, 300), (200, 150, 67)];
    for (m, k, n) in shapes {
        for layout in 0..4 {
            bits_of_threads::<f32>(m, k, n, layout);
        }
    }
    bits_of_threads::<f64>(70, 300, 500, 0);
    bits_of_threads::<f64>(300, 500, 70, 2);
}

fn bits_of_threads<T: Element>(m: usize, k: usize, n: usize, layout: usize) {
    let mut numbers = Numbers::new(9);
    let (a, b): (Vec<T>, Vec<T>) = (numbers.fractions(m * k), numbers.fractions(k * n));
    let before: Vec<T> = numbers.fractions(m * n);
    let (a, b) = (view(&a, m, k, layout & 1 != 0), view(&b, k, n, layout & 2 != 0));
    for arithmetic in BOTH {
        let mut expected = before.clone();
        let c = MatrixMut::new(&mut expected, m, n);
        gemm_parallel(Exec::serial(arithmetic), a, b, Write::Add, c);
        for count in [1, 2, 3, 8] {
            let threads = Threads::new(count).expect("threads");
            let mut c = Guarded::of(&before);
            let exec = Exec { arithmetic, threads: &threads };
            gemm_parallel(exec, a, b, Write::Add, MatrixMut::new(c.slice(), m, n));
            let what = format!("{m} × {k} × {n}, layout {layout}, {arithmetic:?}, {count} threads");
            c.assert(&expected, &what);
        }
    }
}

#[test]
#[should_panic(expected = "columns of A, rows of B")]
fn sizes_that_differ() {
    let x = [0.0_f32; 6];
    let mut c = [0.0; 4];
    gemm(
        Arithmetic::Native,
        MatrixRef::new(&x, 2, 3),
        MatrixRef::new(&x, 2, 2),
        Write::Assign,
        MatrixMut::new(&mut c, 2, 2),
    );
}

#[test]
#[should_panic(expected = "a 2 × 4 matrix of strides 4, 1 in 7 elements")]
fn a_slice_too_short() {
    let _ = MatrixRef::new(&[0.0_f32; 7], 2, 4);
}

#[test]
#[should_panic(expected = "in 7 elements")]
fn strides_that_overflow() {
    let _ = MatrixRef::strided(&[0.0_f32; 7], 3, 2, usize::MAX / 2, 2);
}

#[test]
#[should_panic(expected = "overlaps itself")]
fn an_output_that_overlaps_itself() {
    let _ = MatrixMut::strided(&mut [0.0_f32; 7], 2, 3, 2, 1);
}
