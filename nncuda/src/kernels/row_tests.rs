//! The kernels over rows, columns and channels, losses and updates: a sample of each, and what their tests share.

use nncore::device::Clip;
use nncore::kernels::loss::LossKind;
use nncore::kernels::update::Update;
use nnplan::{
    BatchNorm, BatchNormArgs, Conv2d, Conv2dArgs, LayerNorm, Linear, LinearArgs, Padding, Shape,
    Softmax, SoftmaxArgs,
};

use super::channels::{Channels, Stage};
use super::loss::Loss;
use super::*;
use crate::Arg;

pub(crate) fn batch_norm_of(dims: &[usize]) -> BatchNorm {
    let args = BatchNormArgs { channels: None, images: dims.len() == 3, eps: 1e-5, momentum: 0.1 };
    BatchNorm::new(Shape::new(dims), args)
}

pub(crate) fn layer_norm_of(dims: &[usize], axes: usize) -> LayerNorm {
    LayerNorm::new(Shape::new(dims), Some(axes), 1e-5)
}

pub(crate) fn softmax_of(dims: &[usize], axis: usize, log: bool) -> Softmax {
    Softmax::new(Shape::new(dims), SoftmaxArgs { axis, log })
}

pub(crate) fn linear_of(rows: usize, out_features: usize) -> Linear {
    let args = LinearArgs { in_features: None, out_features, bias: true };
    Linear::new(Shape::new(&[rows, 3]), args)
}

pub(crate) fn conv2d_of(out_channels: usize, size: [usize; 2]) -> Conv2d {
    let args = Conv2dArgs {
        in_channels: None,
        out_channels,
        kernel: [1, 1],
        stride: [1, 1],
        padding: Padding::Explicit([0; 4]),
        dilation: [1, 1],
        groups: Some(1),
        bias: true,
    };
    Conv2d::new(Shape::new(&[2, size[0], size[1]]), args)
}

pub(crate) const RULES: [Update; 8] = [
    Update::Sgd { momentum: 0.0, dampening: 0.0, nesterov: false, weight_decay: 0.01 },
    Update::Sgd { momentum: 0.9, dampening: 0.1, nesterov: false, weight_decay: 0.0 },
    Update::Sgd { momentum: 0.9, dampening: 0.0, nesterov: true, weight_decay: 0.01 },
    Update::Adam { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01 },
    Update::AdamW { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01 },
    Update::RmsProp { alpha: 0.99, eps: 1e-8, weight_decay: 0.0, momentum: 0.0, centered: true },
    Update::RmsProp { alpha: 0.99, eps: 1e-8, weight_decay: 0.1, momentum: 0.9, centered: false },
    Update::RmsProp { alpha: 0.99, eps: 1e-8, weight_decay: 0.1, momentum: 0.9, centered: true },
];

pub(crate) const CLIPS: [Clip; 3] = [Clip::None, Clip::Value(0.5), Clip::Norm(2.0)];

/// Losses of samples of `len` elements.
pub(crate) fn losses(len: usize) -> Vec<Loss> {
    let cross_entropy = |label_smoothing, ignore_index, has_class_weights| Loss {
        kind: LossKind::CrossEntropy { label_smoothing, ignore_index },
        weight: 0.7,
        len,
        has_class_weights,
        has_gradient: true,
    };
    let mut all = vec![
        cross_entropy(0.0, None, false),
        cross_entropy(0.1, Some(1), false),
        cross_entropy(0.0, Some(1000), true),
        cross_entropy(0.1, None, true),
    ];
    let by_elements = [
        LossKind::BinaryCrossEntropyWithLogits,
        LossKind::MeanSquaredError,
        LossKind::L1,
        LossKind::Huber { delta: 0.8 },
        LossKind::None,
    ];
    all.extend(by_elements.map(|kind| Loss { kind, ..all[0] }));
    all.extend(all.clone().into_iter().map(|loss| Loss { has_gradient: false, ..loss }));
    all
}

/// A sample of each kernel.
pub(crate) fn row_samples() -> Vec<Kernel> {
    let (column, image) = (batch_norm_of(&[30]), batch_norm_of(&[6, 5, 7]));
    let (short, long) = (layer_norm_of(&[3, 10], 1), layer_norm_of(&[3, 4000], 1));
    let line = Channels { count: 10, positions: 1 };
    let (row, across) = (softmax_of(&[3, 40], 1, false), softmax_of(&[20, 5, 4], 0, true));
    let mut all = vec![
        bias::grad_bias("linear_grad_bias", line, Write::Assign, Stage::Whole),
        bias::grad_bias("conv2d_grad_bias", Channels::from(&image), Write::Add, Stage::Whole),
        batch_norm::statistics(&column, column.eps, column.momentum, Stage::Whole),
        batch_norm::statistics(&image, image.eps, image.momentum, Stage::Whole),
        batch_norm::apply(&image),
        batch_norm::grad_parameters(&column, Stage::Whole),
        batch_norm::grad_parameters(&image, Stage::Whole),
        batch_norm::grad_input(&image),
        batch_norm::inference(&image, image.eps),
        batch_norm::inference_grad(&image, image.eps),
        layer_norm::layer_norm(short.features, short.eps, true),
        layer_norm::layer_norm(long.features, long.eps, false),
        layer_norm::grad_input(short.features),
        layer_norm::grad_input(long.features),
        layer_norm::grad_parameters(
            short.features,
            Some(Write::Add),
            Some(Write::Assign),
            Stage::Whole,
        ),
        softmax::softmax(&row),
        softmax::softmax(&across),
        softmax::softmax(&softmax_of(&[4000], 0, false)),
        softmax::softmax_grad(&row),
        softmax::softmax_grad(&across),
    ];
    for stage in [Stage::Parts, Stage::Last] {
        all.extend([
            bias::grad_bias("linear_grad_bias", line, Write::Assign, stage),
            bias::grad_bias("conv2d_grad_bias", Channels::from(&image), Write::Add, stage),
            batch_norm::statistics(&column, column.eps, column.momentum, stage),
            batch_norm::statistics(&image, image.eps, image.momentum, stage),
            batch_norm::grad_parameters(&image, stage),
            layer_norm::grad_parameters(
                short.features,
                Some(Write::Add),
                Some(Write::Assign),
                stage,
            ),
        ]);
    }
    let mut names = std::collections::HashSet::new();
    let losses = losses(10).into_iter().flat_map(|loss| loss.kernels());
    all.extend(losses.filter(|kernel| names.insert(kernel.ptx())));
    let rules = RULES.iter().zip(CLIPS.into_iter().cycle());
    all.extend(rules.map(|(rule, clip)| update::update(rule, clip)));
    all.extend([update::squared_norm(), update::clip_scale(2.0)]);
    all
}

/// The largest difference of sums of random numbers.
pub(crate) const SUMS: f64 = 2e-6;
/// Where the bits are the same.
pub(crate) const SAME: f64 = 0.0;

/// Numbers that look random: integers from -4 to 4, or reals around 0.
#[derive(Clone)]
pub(crate) struct Numbers {
    pub(crate) state: u64,
    pub(crate) integers: bool,
}

impl Numbers {
    pub(crate) fn both() -> [Self; 2] {
        [true, false].map(|integers| Self { state: 1, integers })
    }

    pub(crate) fn bits(&mut self) -> u32 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.state >> 33) as u32
    }

    pub(crate) fn take(&mut self, n: usize) -> Vec<f32> {
        let next = |_| match self.integers {
            true => (self.bits() % 9) as f32 - 4.0,
            false => (self.bits() as f32 / (1u32 << 30) as f32 - 1.0) * 3.0,
        };
        (0..n).map(next).collect()
    }

    pub(crate) fn positive(&mut self, n: usize) -> Vec<f32> {
        self.take(n).into_iter().map(|x| x.abs() + 0.5).collect()
    }

    /// The limit where random numbers have `limit`, and integers none.
    pub(crate) fn limit(&self, limit: f64) -> f64 {
        if self.integers { SAME } else { limit }
    }
}

/// Numbers are within a part of the larger of 1 and what they should be; NaN where that is NaN.
#[track_caller]
pub(crate) fn check(what: &str, limit: f64, found: &[f32], exact: &[f32]) {
    assert_eq!(found.len(), exact.len(), "{what}");
    for (i, (found, exact)) in found.iter().zip(exact).enumerate() {
        let same = found == exact || found.is_nan() && exact.is_nan();
        let difference = (f64::from(*found) - f64::from(*exact)).abs();
        let is_near = difference <= limit * f64::from(exact.abs()).max(1.0);
        assert!(same || is_near, "{what}, number {i}: {found:e} for {exact:e}");
    }
}

/// A number as an argument.
pub(crate) fn number(n: usize) -> Arg {
    Arg::U32(size(n))
}

/// What nothing writes.
pub(crate) const NOT_WRITTEN: f32 = 7e30;

/// A loss's kernels take what it says that they are launched with.
#[test]
fn arguments_are_those_of_the_kernels() {
    use crate::ptx::Parameter;
    for loss in losses(10) {
        let (kernels, arguments) = (loss.kernels(), loss.arguments(7));
        assert!(loss::most_scratch(7, 70) >= loss.scratch(7), "{loss:?}");
        assert_eq!(kernels.len(), arguments.len(), "{loss:?}");
        for (kernel, arguments) in kernels.iter().zip(arguments) {
            let found: Vec<Parameter> = arguments
                .iter()
                .map(|argument| match argument {
                    loss::Argument::Number(_) => Parameter::U32,
                    loss::Argument::Real(_) => Parameter::F32,
                    _ => Parameter::Pointer,
                })
                .collect();
            assert_eq!(kernel.parameters(), found, "{}", kernel.name());
        }
    }
}
