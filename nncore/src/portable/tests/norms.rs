//! Norms, and factors of channels.

use nnplan::{BatchNorm, BatchNormArgs, LayerNorm, Normalize, Scale, Shape};

use super::{assert_ways, in_each_way, made};
use crate::kernels::Write;
use crate::kernels::fixture::{exact, exact_onto};
use crate::portable;

/// One channel; of a variance of 1 the root is 2.
fn batch_norm_of() -> BatchNorm {
    let args = BatchNormArgs { channels: None, images: false, eps: 3.0, momentum: 0.5 };
    BatchNorm::new(Shape::new(&[1]), args)
}

#[test]
fn batch_norm() {
    let x = [&[1.0, 3.0][..], &[4.0], &[10.0]];
    // The running statistics were 6 and 4.
    let before = [&[0.0, 0.0][..], &[0.0], &[0.0], &[6.0], &[4.0]];
    let [y, mean, inv_std, running_mean, running_variance] =
        exact_onto(x, before, Write::Assign, |x, y| {
            portable::batch_norm(&batch_norm_of(), 2, x, y);
        });
    assert_eq!(y, [8.0, 12.0]);
    assert_eq!([mean, inv_std, running_mean, running_variance].concat(), [2.0, 0.5, 4.0, 3.0]);
}

#[test]
pub(super) fn batch_norm_grad() {
    let by = [&[1.0, 3.0][..], &[1.0, 5.0], &[4.0], &[2.0], &[0.5]];
    let [d_x, sum_w, sum_b] = exact(by, [2, 1, 1], |by, to| {
        portable::batch_norm_grad(&batch_norm_of(), 2, by, to);
    });
    assert_eq!([d_x, sum_w, sum_b].concat(), [-3.0, 3.0, 2.0, 6.0]);
}

#[test]
pub(super) fn batch_norm_inference() {
    let x = [&[3.0, 5.0][..], &[4.0], &[10.0], &[1.0], &[1.0]];
    let y = made(x, 2, |x, y| portable::batch_norm_inference(&batch_norm_of(), 2, x, y));
    assert_eq!(y, [14.0, 18.0]);
}

#[test]
pub(super) fn batch_norm_inference_grad() {
    let by = [&[1.0, 2.0][..], &[4.0], &[1.0]];
    let d_x = made(by, 2, |x, y| portable::batch_norm_inference_grad(&batch_norm_of(), 2, x, y));
    assert_eq!(d_x, [2.0, 4.0]);
}

fn layer_norm_of() -> LayerNorm {
    LayerNorm::new(Shape::new(&[2]), None, 0.0)
}

#[test]
pub(super) fn layer_norm() {
    let x = [&[1.0, 3.0, 5.0, 1.0][..], &[2.0, 4.0], &[10.0, 20.0]];
    let [y, mean, inv_std] = exact(x, [4, 2, 2], |x, y| {
        portable::layer_norm(&layer_norm_of(), 2, x, y);
    });
    assert_eq!(y, [8.0, 24.0, 12.0, 16.0]);
    assert_eq!([mean, inv_std].concat(), [2.0, 3.0, 1.0, 0.5]);
}

#[test]
pub(super) fn layer_norm_grad_input() {
    let by = [&[1.0, 3.0][..], &[1.0, 1.0], &[2.0, 4.0], &[2.0], &[0.5]];
    let d_x = made(by, 2, |x, y| portable::layer_norm_grad_input(&layer_norm_of(), 1, x, y));
    assert_eq!(d_x, [-0.375, 0.375]);
}

#[test]
pub(super) fn layer_norm_grad_parameters() {
    let by = [&[1.0, 3.0, 5.0, 1.0][..], &[1.0, 2.0, 3.0, 4.0], &[2.0, 3.0], &[0.5, 0.25]];
    let [d_w, d_b] = exact(by, [2, 2], |x, y| {
        portable::layer_norm_grad_parameters(&layer_norm_of(), 2, x, y);
    });
    assert_eq!([d_w, d_b].concat(), [1.0, -1.0, 4.0, 6.0]);
}

fn normalize_of(eps: f64, centered: bool) -> Normalize {
    Normalize::new(Shape::new(&[2]), None, eps, centered)
}

#[test]
pub(super) fn normalize() {
    for (x, g, expected) in [
        ([1.0, 3.0], normalize_of(3.0, true), [-0.5, 0.5, 0.5]),
        ([2.0, 4.0], normalize_of(6.0, false), [0.5, 1.0, 0.25]),
    ] {
        let [y, inv_std] = exact([&x], [2, 1], |x, y| portable::normalize(&g, 1, x, y));
        assert_eq!([y, inv_std].concat(), expected);
    }
}

#[test]
pub(super) fn normalize_grad() {
    for (centered, expected) in [(true, [-0.375, 0.375]), (false, [1.125, 1.875])] {
        let by = [&[-0.5, 0.5][..], &[2.0, 4.0], &[0.5]];
        let g = normalize_of(3.0, centered);
        assert_eq!(made(by, 2, |x, y| portable::normalize_grad(&g, 1, x, y)), expected);
    }
}

/// Two channels of two elements.
fn channels(weight: bool, bias: bool) -> Scale {
    Scale::new(Shape::new(&[2, 2]), 0, weight, bias)
}

#[test]
pub(super) fn scale() {
    for (weight, bias, y) in [
        (true, true, [11.0, 21.0, 302.0, 402.0]),
        (true, false, [10.0, 20.0, 300.0, 400.0]),
        (false, true, [2.0, 3.0, 5.0, 6.0]),
    ] {
        let (g, x) =
            (channels(weight, bias), [&[1.0, 2.0, 3.0, 4.0][..], &[10.0, 100.0], &[1.0, 2.0]]);
        assert_eq!(made(x, 4, |x, y| portable::scale(&g, 1, x, y)), y);
    }
}

#[test]
pub(super) fn scale_grad_parameters() {
    let by = [&[1.0, 2.0, 3.0, 4.0][..], &[1.0, 1.0, 2.0, 0.0]];
    let [d_w, d_b] = exact(by, [2, 2], |x, y| {
        portable::scale_grad_parameters(&channels(true, true), 1, x, y);
    });
    assert_eq!([d_w, d_b].concat(), [3.0, 6.0, 2.0, 2.0]);
}

const SIGNS: &[f64] = &[1.0, -2.0, -3.0, 0.0];
const SLOPES: &[f64] = &[0.5, 2.0];

#[test]
pub(super) fn prelu() {
    let g = channels(true, false);
    let y = made([SIGNS, SLOPES], 4, |x, y| portable::prelu(&g, 1, x, y));
    assert_eq!(y, [1.0, -1.0, -6.0, 0.0]);
}

#[test]
pub(super) fn prelu_grad_input() {
    let (g, by) = (channels(true, false), [SIGNS, SLOPES, &[1.0; 4]]);
    let d_x = made(by, 4, |x, y| portable::prelu_grad_input(&g, 1, x, y));
    assert_eq!(d_x, [1.0, 0.5, 2.0, 2.0]);
}

#[test]
pub(super) fn prelu_grad_weight() {
    let (g, before, by) = (channels(true, false), [1.0, 2.0], [SIGNS, &[1.0, 1.0, 10.0, 1.0]]);
    let d_w = in_each_way(by, &before, |x, y| portable::prelu_grad_weight(&g, 1, x, y));
    assert_ways(d_w, &before, &[-2.0, -30.0]);
}
