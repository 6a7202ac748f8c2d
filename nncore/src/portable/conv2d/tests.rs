use std::format;
use std::vec;

use nnplan::{Conv2dArgs, Padding, Shape};

use super::*;
use crate::kernels::conv2d as cpu;
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::portable::fixture::{Numbers, assert_bits, assert_writes, nan, read, write};
use crate::tiny::View;

const PLAIN: Conv2dArgs = Conv2dArgs {
    in_channels: None,
    out_channels: 4,
    kernel: [3, 3],
    stride: [1, 1],
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    groups: Some(1),
    bias: true,
};

fn check_batch(g: &Conv2d, batch: usize, is_wild: bool) {
    let exec = Exec::serial(Arithmetic::Portable);
    let mut numbers = Numbers::new(g.weight().len() + batch);
    let mut take = |len| if is_wild { numbers.wild(len) } else { numbers.take(len) };
    let (x, d_y) = (take(batch * g.input.len()), take(batch * g.output().len()));
    let (w, b) = (take(g.weight().len()), take(g.out_channels));
    let (d_w, d_b) = (take(w.len()), take(b.len()));
    let what = format!("{g:?}, batch {batch}");
    let scratch = || vec![f32::NAN; cpu::scratch_len(g)];

    for bias in [None, Some(&b[..])] {
        let (mut found, mut expected) = (nan(d_y.len()), nan(d_y.len()));
        let mut g = *g;
        g.bias = bias.is_some();
        cpu::conv2d(exec, &g, batch, &x, &w, bias, &mut expected, &mut scratch());
        let bias = bias.map_or(View::NONE, read);
        conv2d(&g, batch, [read(&x), read(&w), bias], [write(&mut found)]);
        assert_bits(&found, &expected, &what);
    }
    let (mut found, mut expected) = (nan(x.len()), nan(x.len()));
    cpu::conv2d_grad_input(exec, g, batch, &d_y, &w, &mut expected, &mut scratch());
    conv2d_grad_input(g, batch, [read(&d_y), read(&w)], [write(&mut found)]);
    assert_bits(&found, &expected, &what);
    assert_writes(
        &d_w,
        &what,
        |way, d_w| cpu::conv2d_grad_weight(exec, g, batch, &x, &d_y, way, d_w, &mut scratch()),
        |d_w| conv2d_grad_weight(g, batch, [read(&x), read(&d_y)], [d_w]),
    );
    assert_writes(
        &d_b,
        &what,
        |way, d_b| cpu::conv2d_grad_bias(g, batch, &d_y, way, d_b),
        |d_b| conv2d_grad_bias(g, batch, [read(&d_y)], [d_b]),
    );
}

fn check(input: [usize; 3], args: Conv2dArgs) {
    let g = Conv2d::new(Shape::new(&input), args);
    assert!(g.fault().is_none(), "{:?}", g.fault());
    for batch in [1, 2, 5] {
        check_batch(&g, batch, false);
    }
    check_batch(&g, 1, true);
}

#[test]
fn kernels_strides_paddings_and_dilations() {
    let paddings = [
        Padding::Explicit([0; 4]),
        Padding::Explicit([1; 4]),
        Padding::Explicit([3, 1, 0, 4]),
        Padding::Same,
    ];
    for kernel in [[1, 1], [3, 3], [2, 5]] {
        for stride in [[1, 1], [2, 2], [1, 3]] {
            for padding in paddings {
                for dilation in [[1, 1], [2, 1]] {
                    let args = Conv2dArgs { kernel, stride, padding, dilation, ..PLAIN };
                    check([5, 7, 10], args);
                    // By direct loops.
                    check([3, 7, 10], Conv2dArgs { out_channels: 3, ..args });
                }
            }
        }
    }
}

#[test]
fn groups_and_depthwise() {
    for padding in [Padding::Explicit([0; 4]), Padding::Explicit([1, 0, 2, 1])] {
        for (channels, out_channels, groups) in
            [(6, 6, None), (6, 12, None), (12, 10, Some(2)), (20, 15, Some(5)), (18, 34, Some(2))]
        {
            let args = Conv2dArgs { out_channels, groups, padding, ..PLAIN };
            check([channels, 5, 19], args);
            check([channels, 5, 19], Conv2dArgs { kernel: [1, 1], stride: [2, 2], ..args });
        }
    }
}

#[test]
fn padding_wider_than_the_image() {
    let args = Conv2dArgs { padding: Padding::Explicit([4, 4, 5, 5]), ..PLAIN };
    check([5, 2, 1], args);
    check([1, 2, 1], Conv2dArgs { out_channels: 1, ..args });
}
