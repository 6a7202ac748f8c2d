use std::format;
use std::vec;

use nnplan::{Padding, Pool2dArgs, Shape};

use super::*;
use crate::kernels::pool2d as cpu;
use crate::portable::fixture::{Numbers, absent, assert_bits, bytes, nan, read, write};

const PAIRS: Pool2dArgs = Pool2dArgs {
    kernel: Some([2, 2]),
    stride: None,
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    count_include_pad: true,
};

fn check_batch(g: &Pool2d, batch: usize, x: &[f32], d_y: &[f32]) {
    let what = format!("{g:?}, batch {batch}");
    let mut positions = vec![0xAA; batch * g.index_len()];
    let mut expected_positions = positions.clone();
    let (mut found, mut expected) = (nan(d_y.len()), nan(d_y.len()));
    cpu::max_pool2d(g, batch, x, &mut expected, Some(&mut expected_positions));
    max_pool2d(g, batch, [read(x)], [write(&mut found), bytes(&mut positions)]);
    assert_bits(&found, &expected, &what);
    assert_eq!(positions, expected_positions, "{what}");
    found = nan(d_y.len());
    max_pool2d(g, batch, [read(x)], [write(&mut found), absent()]);
    assert_bits(&found, &expected, &what);
    cpu::avg_pool2d(g, batch, x, &mut expected);
    avg_pool2d(g, batch, [read(x)], [write(&mut found)]);
    assert_bits(&found, &expected, &what);

    let (mut found, mut expected) = (nan(x.len()), nan(x.len()));
    cpu::max_pool2d_grad(g, batch, d_y, &positions, &mut expected);
    max_pool2d_grad(g, batch, [read(d_y), read(&positions)], [write(&mut found)]);
    assert_bits(&found, &expected, &what);
    cpu::avg_pool2d_grad(g, batch, d_y, &mut expected);
    avg_pool2d_grad(g, batch, [read(d_y)], [write(&mut found)]);
    assert_bits(&found, &expected, &what);
}

fn check(input: [usize; 3], args: Pool2dArgs) {
    for count_include_pad in [true, false] {
        let g = Pool2d::new(Shape::new(&input), Pool2dArgs { count_include_pad, ..args });
        assert!(g.fault().is_none(), "{:?}", g.fault());
        for batch in [1, 3] {
            let mut numbers = Numbers::new(g.input.len());
            let d_y = numbers.take(batch * g.output().len());
            check_batch(&g, batch, &numbers.take(batch * g.input.len()), &d_y);
            check_batch(&g, batch, &numbers.wild(batch * g.input.len()), &d_y);
            // Windows of nothing but -0.
            let (x, d_y) = (vec![-0.0; batch * g.input.len()], vec![-0.0; d_y.len()]);
            check_batch(&g, batch, &x, &d_y);
        }
    }
}

#[test]
fn pairs() {
    for (h, w) in [(2, 2), (3, 2), (2, 3), (7, 9), (9, 17)] {
        check([3, h, w], PAIRS);
    }
}

#[test]
fn windows_strides_paddings_and_dilations() {
    let paddings = [
        Padding::Explicit([0; 4]),
        Padding::Explicit([1; 4]),
        Padding::Explicit([0, 1, 1, 0]),
        Padding::Same,
    ];
    for kernel in [[2, 2], [3, 3], [2, 5]] {
        for stride in [None, Some([1, 1]), Some([1, 3])] {
            for padding in paddings {
                for dilation in [[1, 1], [2, 1], [1, 2]] {
                    let kernel = Some(kernel);
                    check([2, 10, 11], Pool2dArgs { kernel, stride, padding, dilation, ..PAIRS });
                }
            }
        }
    }
}

#[test]
fn large_windows() {
    for (h, w) in [(1, 1), (4, 7), (3, 16), (2, 40), (16, 17), (256, 257)] {
        check([1, h, w], Pool2dArgs { kernel: None, ..PAIRS });
    }
    let padding = Padding::Explicit([1, 1, 9, 9]);
    check([1, 5, 30], Pool2dArgs { kernel: Some([3, 20]), stride: Some([1, 1]), padding, ..PAIRS });
}
