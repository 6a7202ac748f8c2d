//! Layers and activations.

use core::f64::consts::LN_2;
use std::vec;
use std::vec::Vec;

use nnplan::{
    Activation, AdaptiveAvgPool2d, Conv2d, Conv2dArgs, Dropout, Embedding, EmbeddingArgs, Linear,
    LinearArgs, Padding, Pool2d, Pool2dArgs, Shape, Softmax, SoftmaxArgs, Upsample2d,
};

use super::{assert_close, assert_ways, in_each_way, made};
use crate::kernels::dropout::DropoutKey;
use crate::portable::{self, Cells, Out};

/// Three features to two; x is (2, 3), w (2, 3).
fn linear_of(bias: bool) -> Linear {
    Linear::new(Shape::new(&[3]), LinearArgs { in_features: None, out_features: 2, bias })
}

const LINEAR_X: &[f64] = &[1.0, 0.0, -1.0, 2.0, 1.0, 0.0];
const LINEAR_W: &[f64] = &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
const LINEAR_D_Y: &[f64] = &[1.0, 2.0, 0.0, -1.0];

#[test]
pub(super) fn linear() {
    for (bias, y) in [(true, [8.0, 18.0, 14.0, 33.0]), (false, [-2.0, -2.0, 4.0, 13.0])] {
        let (g, x) = (linear_of(bias), [LINEAR_X, LINEAR_W, &[10.0, 20.0]]);
        assert_eq!(made(x, 4, |x, y| portable::linear(&g, 2, x, y)), y);
    }
}

#[test]
pub(super) fn linear_grad_input() {
    let g = linear_of(true);
    let d_x =
        made([LINEAR_D_Y, LINEAR_W], 6, |d_y, d_x| portable::linear_grad_input(&g, 2, d_y, d_x));
    assert_eq!(d_x, [9.0, 12.0, 15.0, -4.0, -5.0, -6.0]);
}

#[test]
pub(super) fn linear_grad_weight() {
    let (g, before) = (linear_of(true), [10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
    let d_w = in_each_way([LINEAR_X, LINEAR_D_Y], &before, |x, d_w| {
        portable::linear_grad_weight(&g, 2, x, d_w);
    });
    assert_ways(d_w, &before, &[1.0, 0.0, -1.0, 0.0, -1.0, -2.0]);
}

#[test]
pub(super) fn linear_grad_bias() {
    let (g, before) = (linear_of(true), [10.0, 20.0]);
    let d_b = in_each_way([LINEAR_D_Y], &before, |d_y, d_b| {
        portable::linear_grad_bias(&g, 2, d_y, d_b);
    });
    assert_ways(d_b, &before, &[1.0, 1.0]);
}

const CONV: Conv2dArgs = Conv2dArgs {
    in_channels: None,
    out_channels: 1,
    kernel: [2, 2],
    stride: [1, 1],
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    groups: Some(1),
    bias: false,
};

/// Windows of 2 × 2 on an image of 2 × 3.
fn plain_conv() -> Conv2d {
    Conv2d::new(Shape::new(&[1, 2, 3]), Conv2dArgs { bias: true, ..CONV })
}

const IMAGE: &[f64] = &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
const KERNEL: &[f64] = &[1.0, 2.0, 3.0, 4.0];

/// Windows of 1 × 3 on a row of two, with a column of padding at each side.
fn padded_conv() -> Conv2d {
    let padding = Padding::Explicit([0, 0, 1, 1]);
    Conv2d::new(Shape::new(&[1, 1, 2]), Conv2dArgs { kernel: [1, 3], padding, ..CONV })
}

const WIDE_KERNEL: &[f64] = &[1.0, 10.0, 100.0];

/// The same of 17 equal channels: too many for direct loops.
fn many_channels() -> Conv2d {
    let padding = Padding::Explicit([0, 0, 1, 1]);
    Conv2d::new(Shape::new(&[17, 1, 2]), Conv2dArgs { kernel: [1, 3], padding, ..CONV })
}

#[test]
pub(super) fn conv2d() {
    let g = plain_conv();
    let y = made([IMAGE, KERNEL, &[10.0]], 2, |x, y| portable::conv2d(&g, 1, x, y));
    assert_eq!(y, [47.0, 57.0]);
    let g = padded_conv();
    let y = made([&[1.0, 2.0], WIDE_KERNEL, &[]], 2, |x, y| portable::conv2d(&g, 1, x, y));
    assert_eq!(y, [210.0, 21.0]);
    let (g, x) = (many_channels(), [&[1.0, 2.0].repeat(17)[..], &WIDE_KERNEL.repeat(17), &[]]);
    assert_eq!(made(x, 2, |x, y| portable::conv2d(&g, 1, x, y)), [17.0 * 210.0, 17.0 * 21.0]);
    // Each channel for itself, two samples.
    let args = Conv2dArgs { out_channels: 2, kernel: [1, 1], groups: Some(2), ..CONV };
    let g = Conv2d::new(Shape::new(&[2, 1, 1]), args);
    let x = [&[3.0, 5.0, 7.0, 11.0][..], &[2.0, 10.0], &[]];
    let y = made(x, 4, |x, y| portable::conv2d(&g, 2, x, y));
    assert_eq!(y, [6.0, 50.0, 14.0, 110.0]);
}

#[test]
pub(super) fn conv2d_grad_input() {
    let of = |g: &Conv2d, w: &[f64]| {
        made([&[1.0, 2.0], w], g.input.len(), |x, y| portable::conv2d_grad_input(g, 1, x, y))
    };
    assert_eq!(of(&plain_conv(), KERNEL), [1.0, 4.0, 4.0, 3.0, 10.0, 8.0]);
    assert_eq!(of(&padded_conv(), WIDE_KERNEL), [12.0, 120.0]);
    assert_eq!(of(&many_channels(), &WIDE_KERNEL.repeat(17)), [12.0, 120.0].repeat(17));
}

#[test]
pub(super) fn conv2d_grad_weight() {
    let before = [100.0, 200.0, 300.0, 400.0];
    let of = |g: &Conv2d, x: &[f64], before: &[f64]| {
        in_each_way([x, &[1.0, 2.0]], before, |x, y| portable::conv2d_grad_weight(g, 1, x, y))
    };
    assert_ways(of(&plain_conv(), IMAGE, &before), &before, &[5.0, 8.0, 14.0, 17.0]);
    let before = &before[..3];
    assert_ways(of(&padded_conv(), &[1.0, 2.0], before), before, &[2.0, 5.0, 2.0]);
    let (before, d_w) = (before.repeat(17), [2.0, 5.0, 2.0].repeat(17));
    assert_ways(of(&many_channels(), &[1.0, 2.0].repeat(17), &before), &before, &d_w);
}

#[test]
pub(super) fn conv2d_grad_bias() {
    let g = plain_conv();
    let d_b = in_each_way([&[1.0, 2.0, 3.0, 4.0]], &[100.0], |x, y| {
        portable::conv2d_grad_bias(&g, 2, x, y);
    });
    assert_ways(d_b, &[100.0], &[10.0]);
}

const POOL: Pool2dArgs = Pool2dArgs {
    kernel: Some([2, 2]),
    stride: None,
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    count_include_pad: true,
};

fn pairs() -> Pool2d {
    Pool2d::new(Shape::new(&[1, 2, 4]), POOL)
}

/// Windows of two in a row of three: they share the second.
fn overlapping() -> Pool2d {
    let args = Pool2dArgs { kernel: Some([1, 2]), stride: Some([1, 1]), ..POOL };
    Pool2d::new(Shape::new(&[1, 1, 3]), args)
}

/// Windows of two on a row of two with a column of padding at each side.
fn half_padding(count_include_pad: bool) -> Pool2d {
    let padding = Padding::Explicit([0, 0, 1, 1]);
    let args = Pool2dArgs { kernel: Some([1, 2]), padding, count_include_pad, ..POOL };
    Pool2d::new(Shape::new(&[1, 1, 2]), args)
}

const PAIRS: &[f64] = &[1.0, 5.0, 2.0, 2.0, 3.0, 4.0, 2.0, 0.0];

#[test]
pub(super) fn max_pool2d() {
    for (g, x, most, chosen) in
        [(pairs(), PAIRS, [5.0, 2.0], [1, 0]), (overlapping(), &[1.0, 3.0, 2.0], [3.0; 2], [1, 0])]
    {
        let mut bytes = [9, 9];
        let y = made([x], 2, |x, [y]| {
            let indices = Out { to: Cells::bytes(&mut bytes), ..y };
            portable::max_pool2d(&g, 1, x, [y, indices]);
        });
        assert_eq!((&y[..], bytes), (&most[..], chosen));
        let y = made([x], 2, |x, [y]| {
            let absent = Out { to: Cells::NONE, is_there: false, ..y };
            portable::max_pool2d(&g, 1, x, [y, absent]);
        });
        assert_eq!(y, most);
    }
}

#[test]
pub(super) fn max_pool2d_grad() {
    let of = |g: &Pool2d| {
        let mut indices = [1, 0];
        made([&[7.0, 9.0]], g.input.len(), |[d_y], d_x| {
            portable::max_pool2d_grad(g, 1, [d_y, Cells::bytes(&mut indices)], d_x);
        })
    };
    assert_eq!(of(&pairs()), [0.0, 7.0, 9.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(of(&overlapping()), [0.0, 16.0, 0.0]);
}

#[test]
pub(super) fn avg_pool2d() {
    let of = |g: &Pool2d, x: &[f64]| made([x], 2, |x, y| portable::avg_pool2d(g, 1, x, y));
    assert_eq!(of(&pairs(), PAIRS), [3.25, 1.5]);
    assert_eq!(of(&overlapping(), &[1.0, 3.0, 2.0]), [2.0, 2.5]);
    assert_eq!(of(&half_padding(true), &[4.0, 6.0]), [2.0, 3.0]);
    assert_eq!(of(&half_padding(false), &[4.0, 6.0]), [4.0, 6.0]);
}

#[test]
pub(super) fn avg_pool2d_grad() {
    let of = |g: &Pool2d| {
        made([&[4.0, 8.0]], g.input.len(), |x, y| portable::avg_pool2d_grad(g, 1, x, y))
    };
    assert_eq!(of(&pairs()), [1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 2.0, 2.0]);
    assert_eq!(of(&overlapping()), [2.0, 6.0, 4.0]);
    assert_eq!(of(&half_padding(true)), [2.0, 4.0]);
    assert_eq!(of(&half_padding(false)), [4.0, 8.0]);
}

/// Of five columns: 0..2, 1..4, 3..5.
fn adaptive() -> AdaptiveAvgPool2d {
    AdaptiveAvgPool2d::new(Shape::new(&[1, 1, 5]), [1, 3])
}

#[test]
pub(super) fn adaptive_avg_pool2d() {
    let x = [1.0, 3.0, 5.0, 7.0, 9.0];
    let y = made([&x], 3, |x, y| portable::adaptive_avg_pool2d(&adaptive(), 1, x, y));
    assert_eq!(y, [2.0, 5.0, 8.0]);
}

#[test]
pub(super) fn adaptive_avg_pool2d_grad() {
    let d_y = [2.0, 3.0, 4.0];
    let d_x = made([&d_y], 5, |x, y| portable::adaptive_avg_pool2d_grad(&adaptive(), 1, x, y));
    assert_eq!(d_x, [1.0, 2.0, 1.0, 3.0, 2.0]);
}

fn pixels() -> Upsample2d {
    Upsample2d::new(Shape::new(&[1, 1, 2]), [2, 2])
}

#[test]
pub(super) fn upsample2d() {
    let y = made([&[1.0, 2.0]], 8, |x, y| portable::upsample2d(&pixels(), 1, x, y));
    assert_eq!(y, [1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 2.0, 2.0]);
}

#[test]
pub(super) fn upsample2d_grad() {
    let d_y = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let d_x = made([&d_y], 2, |x, y| portable::upsample2d_grad(&pixels(), 1, x, y));
    assert_eq!(d_x, [14.0, 22.0]);
}

/// A function, a place, and the value and the derivative there.
const ACTIVATIONS: [(Activation, f64, f64, f64); 19] = [
    (Activation::Relu, 2.0, 2.0, 1.0),
    (Activation::Relu, -1.0, 0.0, 0.0),
    (Activation::LeakyRelu(0.5), -2.0, -1.0, 0.5),
    (Activation::Elu(2.0), 1.0, 1.0, 1.0),
    (Activation::Gelu, 0.0, 0.0, 0.5),
    (Activation::GeluTanh, 0.0, 0.0, 0.5),
    (Activation::Silu, 0.0, 0.0, 0.5),
    (Activation::Sigmoid, 0.0, 0.5, 0.25),
    (Activation::Tanh, 0.0, 0.0, 1.0),
    (Activation::Softplus, 0.0, LN_2, 0.5),
    (Activation::HardSwish, 0.0, 0.0, 0.5),
    (Activation::Exp, 0.0, 1.0, 1.0),
    (Activation::Ln, 1.0, 0.0, 1.0),
    (Activation::Sqrt, 4.0, 2.0, 0.25),
    (Activation::Square, 3.0, 9.0, 6.0),
    (Activation::Abs, -2.0, 2.0, -1.0),
    (Activation::Clamp(-1.0, 1.0), 5.0, 1.0, 0.0),
    (Activation::Pow(3.0), 2.0, 8.0, 12.0),
    (Activation::Reciprocal(6.0), 2.0, 3.0, -1.5),
];

#[test]
pub(super) fn activation() {
    for (f, x, value, _) in &ACTIVATIONS {
        let y = made([&[*x, *x]], 2, |x, y| portable::activation(f, 1, x, y));
        assert_close(&y, &[*value, *value]);
    }
}

#[test]
pub(super) fn activation_grad() {
    for (f, x, value, slope) in &ACTIVATIONS {
        let saved = if f.saves_output() { *value } else { *x };
        let by = [&[saved, saved][..], &[1.0, -4.0]];
        let d_x = made(by, 2, |by, d_x| portable::activation_grad(f, 1, by, d_x));
        assert_close(&d_x, &[*slope, -4.0 * slope]);
    }
}

fn softmax_of(dims: &[usize], log: bool) -> Softmax {
    Softmax::new(Shape::new(dims), SoftmaxArgs { axis: 0, log })
}

#[test]
pub(super) fn softmax() {
    let (ln_3, of) = (3.0_f64.ln(), |g: Softmax, x: &[f64]| {
        made([x], x.len(), |x, y| portable::softmax(&g, 1, x, y))
    });
    assert_close(&of(softmax_of(&[2], false), &[0.0, ln_3]), &[0.25, 0.75]);
    assert_close(&of(softmax_of(&[2], true), &[0.0, ln_3]), &[0.25_f64.ln(), 0.75_f64.ln()]);
    // Two columns.
    let y = of(softmax_of(&[2, 2], false), &[0.0, 7.0, ln_3, 7.0]);
    assert_close(&y, &[0.25, 0.5, 0.75, 0.5]);
}

#[test]
pub(super) fn softmax_grad() {
    let of = |log, y: &[f64]| {
        let g = softmax_of(&[2], log);
        made([y, &[4.0, 0.0]], 2, |by, d_x| portable::softmax_grad(&g, 1, by, d_x))
    };
    assert_close(&of(false, &[0.25, 0.75]), &[0.75, -0.75]);
    assert_close(&of(true, &[0.25_f64.ln(), 0.75_f64.ln()]), &[3.0, -3.0]);
}

#[test]
fn dropout() {
    let of = |p, x: &[f64]| {
        let (g, key) = (Dropout { p, layer: 0 }, DropoutKey { seed: 1, step: 1 });
        made([x], x.len(), |x, y| portable::dropout(&g, key, 0, 1, x, y))
    };
    assert_eq!(of(0.0, &[1.0, 2.0, 3.0]), [1.0, 2.0, 3.0]);
    assert_eq!(of(1.0, &[1.0, 2.0, 3.0]), [0.0; 3]);
    let half = of(0.5, &vec![1.0; 1000]);
    let kept: Vec<f64> = half.into_iter().filter(|x| *x != 0.0).collect();
    assert!(kept.iter().all(|x| *x == 2.0) && (400..600).contains(&kept.len()));
}

/// Three rows of two features.
fn table(integers: usize) -> Embedding {
    let args = EmbeddingArgs { count: Some(3), features: 2 };
    Embedding::new(Shape::new(&[integers]), 3, args)
}

#[test]
pub(super) fn embedding() {
    let y = made([IMAGE], 4, |[w], y| {
        portable::embedding(&table(2), 1, [Cells::integers(&[2, 0]), w], y);
    });
    assert_eq!(y, [5.0, 6.0, 1.0, 2.0]);
}

#[test]
pub(super) fn embedding_grad_weight() {
    let before = [10.0; 6];
    let d_w = in_each_way([IMAGE], &before, |[d_y], d_w| {
        portable::embedding_grad_weight(&table(3), 1, [Cells::integers(&[2, 0, 2]), d_y], d_w);
    });
    assert_ways(d_w, &before, &[3.0, 4.0, 0.0, 0.0, 6.0, 8.0]);
}
