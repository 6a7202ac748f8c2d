//! The kernels over rows, columns and channels, losses and updates.

use nncore::device::Clip;
use nncore::kernels::loss::LossKind;
use nncore::kernels::update::Update;
use nnplan::{
    BatchNorm, BatchNormArgs, Conv2d, Conv2dArgs, LayerNorm, LayerNormArgs, Linear, LinearArgs,
    Padding, Shape, Softmax, SoftmaxArgs,
};

use super::loss::Loss;
use super::*;

pub(crate) fn batch_norm_of(dims: &[usize]) -> BatchNorm {
    let args = BatchNormArgs { channels: None, images: dims.len() == 3, eps: 1e-5, momentum: 0.1 };
    BatchNorm::new(Shape::new(dims), args)
}

pub(crate) fn layer_norm_of(dims: &[usize], axes: usize) -> LayerNorm {
    LayerNorm::new(Shape::new(dims), LayerNormArgs { axes: Some(axes), eps: 1e-5 })
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

/// A sample of each kernel, of each of its forms.
pub(crate) fn row_samples() -> Vec<Kernel> {
    let mut all = vec![
        bias::linear_grad_bias(&linear_of(4, 10), Write::Assign),
        bias::linear_grad_bias(&linear_of(4, 3), Write::Add),
        bias::conv2d_grad_bias(&conv2d_of(6, [5, 7]), Write::Add),
    ];
    for g in [batch_norm_of(&[5]), batch_norm_of(&[30]), batch_norm_of(&[6, 5, 7])] {
        all.extend([
            batch_norm::statistics(&g),
            batch_norm::apply(&g),
            batch_norm::grad_parameters(&g),
            batch_norm::grad_input(&g),
            batch_norm::inference(&g),
            batch_norm::inference_grad(&g),
        ]);
    }
    for g in [layer_norm_of(&[3, 10], 1), layer_norm_of(&[3, 700], 1), layer_norm_of(&[3, 4000], 1)]
    {
        all.extend([
            layer_norm::layer_norm(&g, true),
            layer_norm::layer_norm(&g, false),
            layer_norm::grad_input(&g),
            layer_norm::grad_parameters(&g, Some(Write::Add), Some(Write::Assign)),
            layer_norm::grad_parameters(&g, None, Some(Write::Add)),
            layer_norm::grad_parameters(&g, Some(Write::Assign), None),
        ]);
    }
    for (dims, axis) in [(&[10][..], 0), (&[3, 600], 1), (&[3, 4000], 1), (&[20, 5, 4], 0)] {
        for log in [false, true] {
            let g = softmax_of(dims, axis, log);
            all.extend([softmax::softmax(&g), softmax::softmax_grad(&g)]);
        }
    }
    all.extend([10, 3000].into_iter().flat_map(losses).flat_map(|loss| loss.kernels()));
    for rule in &RULES {
        all.extend(CLIPS.map(|clip| update::update(rule, clip)));
    }
    all.extend([update::squared_norm(), update::clip_scale(2.0)]);
    all
}

/// Writes the text of each kernel to a folder, for an assembler.
#[test]
#[ignore = "writes files"]
fn write_texts() {
    let folder = std::path::PathBuf::from(std::env::var_os("PTX_FOLDER").expect("PTX_FOLDER"));
    for (i, kernel) in row_samples().iter().enumerate() {
        let path = folder.join(format!("{i:03}-{}.ptx", kernel.name()));
        std::fs::write(path, kernel.ptx()).expect("a folder that can be written");
    }
}

/// A loss's kernels take what it says that they are launched with.
#[test]
fn arguments_are_those_of_the_kernels() {
    use crate::ptx::Parameter;
    for loss in losses(10) {
        let (kernels, arguments) = (loss.kernels(), loss.arguments(7));
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
