use std::format;
use std::vec;
use std::vec::Vec;

use nnplan::{Padding, Pool2d, Pool2dArgs, Shape};

use super::*;
use crate::kernels::fixture::{Guarded, Numbers, exact};
use crate::portable::{self, Cells, Out};

const PAIRS: Pool2dArgs = Pool2dArgs {
    kernel: Some([2, 2]),
    stride: None,
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    count_include_pad: true,
};

fn layer(input: [usize; 3], args: Pool2dArgs) -> Pool2d {
    let g = Pool2d::new(Shape::new(&input), args);
    assert!(g.fault().is_none(), "{:?}", g.fault());
    g
}

fn check_max<T: Element>(g: &Pool2d, batch: usize) {
    let mut numbers = Numbers::new(g.input.len() as u64);
    let mut x: Vec<T> = numbers.integers(batch * g.input.len());
    // A NaN here and there: it wins, the last of a window gives the position.
    for i in (5..x.len()).step_by(37) {
        x[i] = T::from_f64(f64::NAN);
    }
    let outputs = batch * g.output().len();
    let d_y: Vec<T> = numbers.integers(outputs);
    let what = format!("{g:?}, batch {batch}");

    let mut positions = vec![0x55; outputs * g.index_bytes()];
    let [y] = exact([&x], [outputs], |x, [y]| {
        let positions = Out { to: Cells::bytes(&mut positions), ..y };
        portable::max_pool2d(g, batch, x, [y, positions]);
    });
    let chosen = &mut positions.clone();
    let [d_x] = exact([&d_y], [x.len()], |[d_y], d_x| {
        portable::max_pool2d_grad(g, batch, [d_y, Cells::bytes(chosen)], d_x);
    });

    let mut indices = vec![0xAA; positions.len()];
    for keep in [false, true] {
        let mut found = Guarded::nan(outputs);
        max_pool2d(g, batch, &x, found.slice(), keep.then_some(&mut indices[..]));
        // NaN is not equal to itself.
        let names = |y: &[T]| -> Vec<_> { y.iter().map(|y| format!("{y:?}")).collect() };
        assert_eq!(names(found.slice()), names(&y), "{what}");
        found.assert_guards(&what);
    }
    assert_eq!(indices, positions, "{what}");
    let mut found = Guarded::nan(x.len());
    max_pool2d_grad(g, batch, &d_y, &indices, found.slice());
    found.assert(&d_x, &what);
}

fn check_average<T: Element>(g: &Pool2d, batch: usize) {
    let mut numbers = Numbers::new(g.input.len() as u64);
    // Multiples of a common multiple of the divisors, so that quotients are exact.
    let integers = |numbers: &mut Numbers, len| -> Vec<T> {
        let scale = T::from_f64(2520.0);
        numbers.integers::<T>(len).into_iter().map(|x| x * scale).collect()
    };
    let x = integers(&mut numbers, batch * g.input.len());
    let d_y = integers(&mut numbers, batch * g.output().len());
    let what = format!("{g:?}, batch {batch}");

    let [expected] = exact([&x], [d_y.len()], |x, y| portable::avg_pool2d(g, batch, x, y));
    let mut y = Guarded::nan(d_y.len());
    avg_pool2d(g, batch, &x, y.slice());
    y.assert(&expected, &what);

    let [expected] = exact([&d_y], [x.len()], |d, x| portable::avg_pool2d_grad(g, batch, d, x));
    let mut d_x = Guarded::nan(x.len());
    avg_pool2d_grad(g, batch, &d_y, d_x.slice());
    d_x.assert(&expected, &what);
}

fn check(input: [usize; 3], args: Pool2dArgs) {
    for count_include_pad in [true, false] {
        let g = layer(input, Pool2dArgs { count_include_pad, ..args });
        for batch in [0, 1, 3] {
            check_max::<f32>(&g, batch);
            check_max::<f64>(&g, batch);
            check_average::<f32>(&g, batch);
            check_average::<f64>(&g, batch);
        }
    }
}

#[test]
fn pairs() {
    for (h, w) in [(2, 2), (3, 2), (2, 3), (7, 9), (8, 16), (9, 17), (6, 66), (5, 67)] {
        check([3, h, w], PAIRS);
    }
}

#[test]
fn windows_strides_paddings_and_dilations() {
    let paddings = [
        Padding::Explicit([0; 4]),
        Padding::Explicit([1, 1, 1, 1]),
        Padding::Explicit([0, 1, 1, 0]),
        Padding::Same,
    ];
    for kernel in [[2, 2], [3, 3], [2, 5], [4, 3]] {
        for stride in [None, Some([1, 1]), Some([2, 2]), Some([1, 3]), Some([5, 4])] {
            for padding in paddings {
                for dilation in [[1, 1], [2, 1], [1, 2]] {
                    let args =
                        Pool2dArgs { kernel: Some(kernel), stride, padding, dilation, ..PAIRS };
                    check([2, 10, 11], args);
                }
            }
        }
    }
}

#[test]
fn the_whole_image() {
    for (h, w) in [(1, 1), (4, 7), (5, 14), (3, 40)] {
        check([3, h, w], Pool2dArgs { kernel: None, ..PAIRS });
    }
}

#[test]
fn positions_of_large_windows() {
    let whole = |h, w| layer([1, h, w], Pool2dArgs { kernel: None, ..PAIRS });
    assert_eq!(whole(16, 16).index_bytes(), 1);
    assert_eq!(whole(16, 17).index_bytes(), 2);
    assert_eq!(whole(256, 256).index_bytes(), 2);
    assert_eq!(whole(256, 257).index_bytes(), 4);
    for (h, w) in [(16, 16), (16, 17), (256, 257)] {
        let g = whole(h, w);
        let mut x = vec![0.0_f32; h * w];
        x[h * w - 1] = 1.0;
        let (mut y, mut indices) = ([0.0], vec![0; g.index_bytes()]);
        max_pool2d(&g, 1, &x, &mut y, Some(&mut indices));
        assert_eq!((y[0], get(&indices, 0, indices.len())), (1.0, h * w - 1));
        let mut d_x = Guarded::nan(h * w);
        max_pool2d_grad(&g, 1, &[2.0], &indices, d_x.slice());
        x[h * w - 1] = 2.0;
        d_x.assert(&x, "the last pixel");
    }
}

#[test]
fn the_first_of_equal_maxima() {
    let g = layer([1, 2, 8], PAIRS);
    let nan = f32::NAN;
    #[rustfmt::skip]
    let x = [
        1.0, 1.0,  0.0, 2.0,  f32::NEG_INFINITY, f32::NEG_INFINITY,  nan, 5.0,
        1.0, 1.0,  2.0, 0.0,  f32::NEG_INFINITY, f32::NEG_INFINITY,  9.0, 1.0,
    ];
    let (mut y, mut indices) = ([0.0; 4], [9; 4]);
    max_pool2d(&g, 1, &x, &mut y, Some(&mut indices));
    assert_eq!(indices, [0, 1, 0, 0]);
    assert_eq!(y[..3], [1.0, 2.0, f32::NEG_INFINITY]);
    assert!(y[3].is_nan());
}
