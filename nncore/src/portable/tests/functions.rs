//! Functions of values.

use nnplan::{
    Affine, Binary, BinaryFunction, CONCAT_MAX, Concat, Expand, Fill, MatMul, Pad2d, PadMode,
    Permute, Reduce, ReduceFunction, Shape, Slice,
};

use super::{assert_ways, in_each_way, made};
use crate::kernels;
use crate::kernels::fixture::exact_onto;
use crate::portable;

/// Rows of three.
const TWO_ROWS: &[f64] = &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0];

#[test]
pub(super) fn binary() {
    for (f, y) in [
        (BinaryFunction::Add, [8.0, 4.0]),
        (BinaryFunction::Sub, [4.0, 12.0]),
        (BinaryFunction::Mul, [12.0, -32.0]),
        (BinaryFunction::Div, [3.0, -2.0]),
    ] {
        let g = Binary::new(f, Shape::new(&[2]), Shape::new(&[2]));
        let x = [&[6.0, 8.0][..], &[2.0, -4.0]];
        assert_eq!(made(x, 2, |x, y| portable::binary(&g, 1, x, y)), y);
    }
}

#[test]
pub(super) fn affine() {
    let g = Affine::new(Shape::new(&[2]), 2.0, 1.0);
    assert_eq!(made([&[1.0, -3.0]], 2, |x, y| portable::affine(&g, 1, x, y)), [3.0, -5.0]);
}

/// Two samples of two elements.
#[test]
pub(super) fn accumulate() {
    let x = [&[1.0, 2.0, 3.0, 4.0][..], &[10.0, 20.0, 30.0, 40.0]];
    let y = made(x, 4, |x, y| portable::accumulate(&2, 2, x, y));
    assert_eq!(y, [11.0, 22.0, 33.0, 44.0]);
}

#[test]
pub(super) fn copy() {
    let y = made([&[1.0, 2.0, 3.0, 4.0]], 4, |x, y| portable::copy(&2, 2, x, y));
    assert_eq!(y, [1.0, 2.0, 3.0, 4.0]);
}

#[test]
pub(super) fn keep_gradient() {
    let before = [10.0, 20.0];
    // Of the whole batch, however many samples.
    let d = in_each_way([&[1.0, 2.0]], &before, |x, y| portable::keep_gradient(&2, 7, x, y));
    assert_ways(d, &before, &[1.0, 2.0]);
}

#[test]
pub(super) fn pad2d() {
    let of = |mode| {
        let g = Pad2d::new(Shape::new(&[1, 1, 3]), [0, 0, 1, 2], mode);
        made([&[1.0, 2.0, 3.0]], 6, |x, y| portable::pad2d(&g, 1, x, y))
    };
    assert_eq!(of(PadMode::Zero), [0.0, 1.0, 2.0, 3.0, 0.0, 0.0]);
    assert_eq!(of(PadMode::Reflect), [2.0, 1.0, 2.0, 3.0, 2.0, 1.0]);
    assert_eq!(of(PadMode::Replicate), [1.0, 1.0, 2.0, 3.0, 3.0, 3.0]);
    // A row above, two planes.
    let g = Pad2d::new(Shape::new(&[2, 1, 1]), [1, 0, 0, 0], PadMode::Zero);
    assert_eq!(made([&[5.0, 6.0]], 4, |x, y| portable::pad2d(&g, 1, x, y)), [0.0, 5.0, 0.0, 6.0]);
}

#[test]
pub(super) fn pad2d_grad() {
    let of = |mode| {
        let g = Pad2d::new(Shape::new(&[1, 1, 3]), [0, 0, 1, 2], mode);
        made([TWO_ROWS], 3, |x, y| portable::pad2d_grad(&g, 1, x, y))
    };
    assert_eq!(of(PadMode::Zero), [2.0, 3.0, 4.0]);
    assert_eq!(of(PadMode::Reflect), [8.0, 9.0, 4.0]);
    assert_eq!(of(PadMode::Replicate), [3.0, 3.0, 15.0]);
}

#[test]
pub(super) fn fill() {
    let g = Fill::new(Shape::new(&[2]), true);
    let y = made([&[3.0, -1.0]], 6, |x, y| portable::fill(&g, 3, x, y));
    assert_eq!(y, [3.0, -1.0, 3.0, -1.0, 3.0, -1.0]);
    let y = made([&[]], 4, |x, y| portable::fill(&Fill::zeros(2), 2, x, y));
    assert_eq!(y, [0.0; 4]);
}

#[test]
pub(super) fn fill_grad() {
    let (g, before) = (Fill::new(Shape::new(&[2]), true), [100.0, 200.0]);
    let d_y = [1.0, 10.0, 2.0, 20.0, 3.0, 30.0];
    let d_w = in_each_way([&d_y], &before, |x, y| portable::fill_grad(&g, 3, x, y));
    assert_ways(d_w, &before, &[6.0, 60.0]);
}

/// A column before two others.
#[test]
pub(super) fn concat() {
    let g = Concat::new(&[Shape::new(&[2, 1]), Shape::new(&[2, 2])], 1);
    let mut x = [&[][..]; CONCAT_MAX];
    (x[0], x[1]) = (&[1.0, 2.0], &[3.0, 4.0, 5.0, 6.0]);
    let y = made(x, 6, |x, y| portable::concat(&g, 1, x, y));
    assert_eq!(y, [1.0, 3.0, 4.0, 2.0, 5.0, 6.0]);
}

/// The second and third position of each row.
fn part() -> Slice {
    Slice::new(Shape::new(&[2, 3]), 1, 1, 3)
}

#[test]
pub(super) fn slice() {
    let y = made([TWO_ROWS], 4, |x, y| portable::slice(&part(), 1, x, y));
    assert_eq!(y, [2.0, 3.0, 5.0, 6.0]);
}

#[test]
pub(super) fn slice_grad() {
    let d_x = made([&[1.0, 2.0, 3.0, 4.0]], 6, |x, y| portable::slice_grad(&part(), 1, x, y));
    assert_eq!(d_x, [0.0, 1.0, 2.0, 0.0, 3.0, 4.0]);
}

/// What is not put stays; two samples.
#[test]
pub(super) fn slice_put() {
    let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let [y] = exact_onto([&x], [&[9.0; 12]], kernels::Write::Assign, |x, y| {
        portable::slice_put(&part(), 2, x, y);
    });
    assert_eq!(y, [9.0, 1.0, 2.0, 9.0, 3.0, 4.0, 9.0, 5.0, 6.0, 9.0, 7.0, 8.0]);
}

fn transpose() -> Permute {
    Permute::new(Shape::new(&[2, 3]), &[1, 0])
}

const THREE_ROWS: &[f64] = &[1.0, 4.0, 2.0, 5.0, 3.0, 6.0];

#[test]
pub(super) fn permute() {
    let y = made([TWO_ROWS], 6, |x, y| portable::permute(&transpose(), 1, x, y));
    assert_eq!(y, THREE_ROWS);
    // (2, 1, 3) to (3, 2, 1): an order that is not its own inverse.
    let g = Permute::new(Shape::new(&[2, 1, 3]), &[2, 0, 1]);
    assert_eq!(made([TWO_ROWS], 6, |x, y| portable::permute(&g, 1, x, y)), THREE_ROWS);
}

#[test]
pub(super) fn permute_grad() {
    let d_x = made([THREE_ROWS], 6, |x, y| portable::permute_grad(&transpose(), 1, x, y));
    assert_eq!(d_x, TWO_ROWS);
}

fn reduction(f: ReduceFunction, axes: [bool; 2]) -> Reduce {
    Reduce::new(f, Shape::new(&[2, 3]), axes, false)
}

#[test]
pub(super) fn reduce() {
    for (f, rows, columns) in [
        (ReduceFunction::Sum, [6.0, 15.0], [5.0, 7.0, 9.0]),
        (ReduceFunction::Mean, [2.0, 5.0], [2.5, 3.5, 4.5]),
        (ReduceFunction::Max, [3.0, 6.0], [4.0, 5.0, 6.0]),
    ] {
        let g = reduction(f, [false, true]);
        assert_eq!(made([TWO_ROWS], 2, |x, y| portable::reduce(&g, 1, x, y)), rows);
        let g = reduction(f, [true, false]);
        assert_eq!(made([TWO_ROWS], 3, |x, y| portable::reduce(&g, 1, x, y)), columns);
    }
}

#[test]
pub(super) fn reduce_grad() {
    for (f, d_x) in [
        (ReduceFunction::Sum, [3.0, 3.0, 3.0, 6.0, 6.0, 6.0]),
        (ReduceFunction::Mean, [1.0, 1.0, 1.0, 2.0, 2.0, 2.0]),
        // The first of equal ones.
        (ReduceFunction::Max, [0.0, 3.0, 0.0, 6.0, 0.0, 0.0]),
    ] {
        let by = [&[1.0, 3.0, 3.0, 6.0, 5.0, 4.0][..], &[3.0, 6.0], &[3.0, 6.0]];
        let g = reduction(f, [false, true]);
        assert_eq!(made(by, 6, |x, y| portable::reduce_grad(&g, 1, x, y)), d_x);
    }
}

fn repetition() -> Expand {
    Expand::new(Shape::new(&[2, 1]), Shape::new(&[2, 3]))
}

#[test]
pub(super) fn expand() {
    let y = made([&[1.0, 2.0]], 6, |x, y| portable::expand(&repetition(), 1, x, y));
    assert_eq!(y, [1.0, 1.0, 1.0, 2.0, 2.0, 2.0]);
}

#[test]
pub(super) fn expand_grad() {
    let d_x = made([TWO_ROWS], 2, |x, y| portable::expand_grad(&repetition(), 1, x, y));
    assert_eq!(d_x, [6.0, 15.0]);
}

/// Of (2, 3) and (3, 2), each as it is and transposed: the numbers in memory.
const LEFT: [&[f64]; 2] = [TWO_ROWS, THREE_ROWS];
const RIGHT: [&[f64]; 2] = [&[1.0, 0.0, 0.0, 1.0, 1.0, 1.0], &[1.0, 0.0, 1.0, 0.0, 1.0, 1.0]];
const D_PRODUCT: &[f64] = &[1.0, 2.0, 0.0, 1.0];

/// Calls `f` with the geometry, and whether the left and the right operand are transposed.
fn for_products(f: impl Fn(&MatMul, usize, usize)) {
    for (left, right) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let (a, b) = ([[2, 3], [3, 2]][left], [[3, 2], [2, 3]][right]);
        f(&MatMul::new(Shape::new(&a), Shape::new(&b), left == 1, right == 1), left, right);
    }
}

#[test]
pub(super) fn matmul() {
    for_products(|g, left, right| {
        let y = made([LEFT[left], RIGHT[right]], 4, |x, y| portable::matmul(g, 1, x, y));
        assert_eq!(y, [4.0, 5.0, 10.0, 11.0]);
    });
}

#[test]
pub(super) fn matmul_grad_left() {
    let d_a = [[1.0, 2.0, 3.0, 0.0, 1.0, 1.0], [1.0, 0.0, 2.0, 1.0, 3.0, 1.0]];
    for_products(|g, left, right| {
        let by = [D_PRODUCT, RIGHT[right]];
        assert_eq!(made(by, 6, |x, y| portable::matmul_grad_left(g, 1, x, y)), d_a[left]);
    });
}

#[test]
pub(super) fn matmul_grad_right() {
    let d_b = [[1.0, 6.0, 2.0, 9.0, 3.0, 12.0], [1.0, 2.0, 3.0, 6.0, 9.0, 12.0]];
    for_products(|g, left, right| {
        let by = [LEFT[left], D_PRODUCT];
        assert_eq!(made(by, 6, |x, y| portable::matmul_grad_right(g, 1, x, y)), d_b[right]);
    });
}
