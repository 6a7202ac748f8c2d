//! Every layer against PyTorch: outputs, gradients, running statistics, from
//! `tests/pytorch/layers.safetensors`.
//!
//! Each case is the layer behind a [`Source`], whose weight's gradient is the gradient that the layer sends
//! back. Layers with parameters are run as a network's first layer too, whose input gets no gradient.

mod embedding;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::recorded::Recorded;
use crate::common::source::Source;
use crate::common::tolerance::{Op, assert_close};
use crate::common::{Tested, cast, injecting, targets_for};
use nncore::prelude::*;
use nncore::tensor::TensorInfo;
use nncore::{Element, Error};

static RECORDED: LazyLock<Recorded> = LazyLock::new(|| Recorded::open("layers"));

/// What a network computed. Compared apart from it: there are many networks.
struct Results<T> {
    /// The output in training.
    trained: Option<Vec<T>>,
    /// The gradients of trained tensors, and kept tensors behind the step.
    tensors: Vec<(&'static TensorInfo, Vec<T>)>,
    /// The output of inference, afterwards.
    inferred: Vec<T>,
}

/// Runs a network: in training if there are targets, then in inference.
fn run<N, T: Tested>(
    inputs: Vec<T>,
    targets: Option<Vec<T>>,
    value: &dyn Fn(&TensorInfo) -> Vec<T>,
) -> Result<Results<T>, Error>
where
    N: Network<Input: OneInput<T>, Output: OneOutput<T>>,
{
    let inputs = Batch::<N::Input, T>::from_vec(inputs)?;
    let mut model = Model::<N, _>::init(&T::device()?, Seed(1))?;
    for info in N::TENSORS {
        model.set_tensor(info.name, &value(info))?;
    }
    let capacity = Capacity(inputs.len());
    let (mut trained, mut tensors) = (None, Vec::new());
    if let Some(targets) = targets {
        let targets = Batch::<N::Output, T>::from_vec(targets)?;
        let mut trainer = Trainer::new(&mut model, injecting(), Sgd::new(0.0), capacity)?;
        trainer.gradients_of(&inputs, &targets)?;
        trained = Some(trainer.output()?.items().to_vec());
        for info in N::TENSORS {
            let values = match info.is_kept() {
                true => trainer.model().tensor(info.name)?,
                false => trainer.gradient(info.name)?,
            };
            tensors.push((info, values));
        }
    }
    let inferred = Predictor::new(&model, capacity)?.run(&inputs)?.items().to_vec();
    Ok(Results { trained, tensors, inferred })
}

type Run<T> =
    fn(Vec<T>, Option<Vec<T>>, &dyn Fn(&TensorInfo) -> Vec<T>) -> Result<Results<T>, Error>;

/// A case by its name in the file.
#[derive(Clone, Copy)]
struct Case(&'static str);

impl Case {
    fn key(&self, key: &str) -> String {
        format!("{}/{key}", self.0)
    }

    fn values(&self, key: &str) -> &'static [f64] {
        RECORDED.values(&self.key(key))
    }

    fn source(&self) -> Source {
        Source::new(&RECORDED.tensor(&self.key("x")).shape)
    }

    /// Runs and compares one case; `source` is the network's first layer, if it is not the layer under
    /// test.
    fn replay<T: Tested>(&self, run: Run<T>, source: Option<&Source>) -> Result<(), Error> {
        let inputs = match source {
            Some(source) => source.inputs(),
            None => self.values("x").to_vec(),
        };
        let (y, d_y) = (self.values("y"), self.values("d_y"));
        // PyTorch's batch norm can be trained in evaluation mode, ours not: its outputs are compared alone.
        let targets = (!self.0.ends_with("_eval")).then(|| cast(&targets_for(y, d_y)));
        let found = run(cast(&inputs), targets, &|info| cast(&self.tensor(info, source)))?;
        if let Some(trained) = found.trained {
            assert_close(Op::Output, self.0, &trained, y);
            self.compare_tensors(&found.tensors, source);
        }
        let y = RECORDED.find(&self.key("y_eval")).map_or(y, |y| &y.values);
        assert_close(Op::Output, self.0, &found.inferred, y);
        Ok(())
    }

    /// What a tensor of the network is set to.
    fn tensor(&self, info: &TensorInfo, source: Option<&Source>) -> Vec<f64> {
        match (layer_tensor(info), source) {
            (Some(name), _) => {
                let kind = if info.is_kept() { "buffer_before" } else { "param" };
                let tensor = RECORDED.tensor(&self.key(&format!("{kind}/{name}")));
                assert_eq!(tensor.shape, info.shape.dims(), "{}: {}", self.0, info.name);
                tensor.values.clone()
            }
            (None, Some(source)) if info.name == "source.weight" => source.weight(self.values("x")),
            _ => panic!("{}: the network has a tensor `{}`", self.0, info.name),
        }
    }

    /// Compares gradients and running statistics behind a training pass: all that are recorded.
    fn compare_tensors<T: Element>(
        &self,
        tensors: &[(&TensorInfo, Vec<T>)],
        source: Option<&Source>,
    ) {
        let mut recorded =
            RECORDED.count(&self.key("grad/")) + RECORDED.count(&self.key("buffer_after/"));
        for (info, found) in tensors {
            let what = format!("{}, {}", self.0, info.name);
            match (source, layer_tensor(info)) {
                (Some(source), None) => {
                    let d_x = source.gradient(found);
                    assert_close(Op::GradientInput, &what, &d_x, self.values("d_x"));
                    continue;
                }
                (_, Some(name)) if info.is_kept() => {
                    let after = self.values(&format!("buffer_after/{name}"));
                    assert_close(Op::Running, &what, found, after);
                }
                (_, Some(name)) => {
                    let gradient = self.values(&format!("grad/{name}"));
                    assert_close(Op::GradientParameter, &what, found, gradient);
                }
                (None, None) => panic!("{}: the network has a tensor `{}`", self.0, info.name),
            }
            recorded -= 1;
        }
        assert_eq!(recorded, 0, "{}: tensors that the layer has not", self.0);
    }
}

/// A tensor's name within the layer under test, if it is one of its own. A free parameter is the layer itself.
fn layer_tensor(info: &TensorInfo) -> Option<&'static str> {
    match info.name {
        "layer" => Some("layer"),
        name => name.strip_prefix("layer."),
    }
}

/// The network of a layer behind a source. The number before the semicolon is the batch.
macro_rules! behind {
    ([$n:tt; $f:tt] $($layer:tt)*) => {
        network! {
            struct Behind;
            input: [$n];
            source: Linear(_ -> $f, bias = false);
            #[allow(dropped_rows)]
            layer: $($layer)*;
        }
    };
    ([$n:tt; $rows:tt, $f:tt] $($layer:tt)*) => {
        network! {
            struct Behind;
            input: [$rows, $n * $rows];
            source: Linear(_ -> $f, bias = false);
            #[allow(dropped_rows)]
            layer: $($layer)*;
        }
    };
    ([$n:tt; $c:tt, $h:tt, $w:tt] $($layer:tt)*) => {
        network! {
            struct Behind;
            input: [$n * $h * $w, $h, $w];
            source: Conv2d(_ -> $c, kernel = 1, bias = false);
            #[allow(dropped_rows)]
            layer: $($layer)*;
        }
    };
}

/// The network of the layer alone.
macro_rules! alone {
    ($($size:tt),+; $($layer:tt)*) => {
        network! {
            struct Alone;
            input: [$($size),+];
            #[allow(dropped_rows)]
            layer: $($layer)*;
        }

        #[test]
        fn alone_in_f64() -> Result<(), Error> {
            Case(CASE).replay::<f64>(run::<Alone, f64>, None)
        }
    };
}

/// The tests of a case with its network behind a source.
macro_rules! in_both {
    () => {
        #[test]
        fn in_f64() -> Result<(), Error> {
            Case(CASE).replay::<f64>(run::<Behind, f64>, Some(&Case(CASE).source()))
        }

        #[test]
        fn in_f32() -> Result<(), Error> {
            Case(CASE).replay::<f32>(run::<Behind, f32>, Some(&Case(CASE).source()))
        }
    };
}

/// With `alone` the layer alone is run as well.
macro_rules! cases {
    ($all:ident$(, $alone:ident)?;
     $($case:ident: [$n:tt; $($size:tt),+] $kind:ident $(($($argument:tt)*))?;)*) => {
        const $all: &[&str] = &[$(stringify!($case)),*];
        cases! { @each ($($alone)?) $($case [$n; $($size),+] ($kind $(($($argument)*))?))* }
    };
    (@each $alone:tt $($case:ident $sizes:tt $layer:tt)*) => {
        $(mod $case {
            use super::*;

            const CASE: &str = stringify!($case);

            cases! { @one $alone $sizes $layer }

            in_both! {}
        })*
    };
    (@one (alone) [$n:tt; $($size:tt),+] ($($layer:tt)*)) => {
        alone! { $($size),+; $($layer)* }
        behind! { [$n; $($size),+] $($layer)* }
    };
    (@one () $sizes:tt ($($layer:tt)*)) => {
        behind! { $sizes $($layer)* }
    };
}

/// Functions of vectors behind a source.
macro_rules! functions {
    ($all:ident; $($case:ident: [$n:tt; $f:tt] ($x:ident => $($body:tt)*);)*) => {
        const $all: &[&str] = &[$(stringify!($case)),*];
        $(mod $case {
            use super::*;

            const CASE: &str = stringify!($case);

            network! {
                struct Behind;
                input: [$n];
                source: Linear(_ -> $f, bias = false);
                fn forward($x) { let $x = source($x); $($body)* }
            }

            in_both! {}
        })*
    };
}

#[test]
fn every_recorded_case_is_replayed() {
    let all =
        PARAMETERS.iter().chain(NO_PARAMETERS).chain(FUNCTIONS).chain(FREE).chain(&["embedding"]);
    let cases: BTreeSet<&str> = all.copied().collect();
    assert_eq!(cases, RECORDED.cases());
}

// The case's name in the file, the batch and the shape of a sample, and the layer that
// `tools/pytorch/layers.py` writes in PyTorch's words under the same name.
cases! {
    PARAMETERS, alone;

    linear: [3; 5] Linear(5 -> 4);
    linear_no_bias: [3; 5] Linear(5 -> 4, bias = false);
    linear_one_sample: [1; 7] Linear(7 -> 1);
    linear_wide: [5; 19] Linear(19 -> 9);
    linear_rows: [2; 3, 5] Linear(5 -> 4);
    linear_rows_no_bias: [2; 3, 5] Linear(5 -> 4, bias = false);

    conv2d: [2; 3, 6, 7] Conv2d(3 -> 4, kernel = 3);
    conv2d_no_bias: [2; 2, 5, 6] Conv2d(2 -> 3, kernel = 3, bias = false);
    conv2d_stride2: [2; 2, 7, 8] Conv2d(2 -> 3, kernel = 3, stride = 2);
    conv2d_padding1: [2; 3, 4, 5] Conv2d(3 -> 4, kernel = 3, padding = 1);
    conv2d_padding1_stride2: [2; 3, 6, 7] Conv2d(3 -> 4, kernel = 3, padding = 1, stride = 2);
    conv2d_asymmetric: [2; 2, 5, 6] Conv2d(2 -> 3, kernel = 3, padding = (2, 0, 1, 3));
    conv2d_same_stride2: [2; 3, 6, 7] Conv2d(3 -> 4, kernel = 3, padding = same, stride = 2);
    conv2d_same_even_kernel: [2; 2, 5, 6] Conv2d(2 -> 3, kernel = 4, padding = same);
    conv2d_dilation2: [2; 2, 7, 8] Conv2d(2 -> 3, kernel = 3, dilation = 2);
    conv2d_dilation2_padding2_stride2: [2; 2, 7, 6]
        Conv2d(2 -> 3, kernel = 3, dilation = 2, padding = 2, stride = 2);
    conv2d_groups2: [2; 4, 4, 5] Conv2d(4 -> 6, kernel = 3, groups = 2);
    conv2d_depthwise: [2; 4, 4, 5] Conv2d(4 -> 4, kernel = 3, padding = 1, groups = depthwise);
    conv2d_depthwise_multiplier2: [2; 3, 5, 6] Conv2d(3 -> 6, kernel = 3, groups = depthwise);
    conv2d_1x1: [2; 5, 4, 3] Conv2d(5 -> 3, kernel = 1);
    conv2d_1x1_stride2: [2; 5, 5, 4] Conv2d(5 -> 3, kernel = 1, stride = 2);
    conv2d_kernel_3_1: [2; 3, 6, 5] Conv2d(3 -> 4, kernel = (3, 1));
    conv2d_pairs: [2; 2, 6, 7]
        Conv2d(2 -> 3, kernel = (2, 3), stride = (2, 1), padding = (0, 1), dilation = (1, 2));
    conv2d_whole_image: [2; 3, 4, 5] Conv2d(3 -> 4, kernel = (4, 5));

    conv_transpose2d: [2; 3, 4, 5] ConvTranspose2d(3 -> 4, kernel = 3);
    conv_transpose2d_options: [2; 4, 3, 4] ConvTranspose2d(
        4 -> 6, kernel = (3, 2), stride = 2, padding = (1, 0), output_padding = 1, groups = 2
    );
    conv_transpose2d_dilation2: [2; 2, 4, 3]
        ConvTranspose2d(2 -> 3, kernel = 3, stride = 3, padding = 2, dilation = 2, bias = false);
    conv1d: [2; 3, 9] Conv1d(3 -> 4, kernel = 3);
    conv1d_options: [2; 4, 11]
        Conv1d(4 -> 6, kernel = 3, stride = 2, padding = 2, dilation = 2, groups = 2, bias = false);
    conv1d_causal: [2; 2, 7] Conv1d(2 -> 3, kernel = 3, padding = (2, 0));

    batch_norm1d: [6; 5] BatchNorm1d;
    batch_norm1d_length: [3; 5, 4] BatchNorm1d(5);
    batch_norm2d: [3; 3, 3, 4] BatchNorm2d;
    batch_norm2d_one_sample: [1; 3, 4, 5] BatchNorm2d(3);
    batch_norm2d_arguments: [3; 3, 3, 4] BatchNorm2d(3, eps = 1e-3, momentum = 0.01);
    batch_norm1d_eval: [6; 5] BatchNorm1d;
    batch_norm2d_eval: [3; 3, 3, 4] BatchNorm2d;
    group_norm: [2; 4, 3, 2] GroupNorm(2);
    group_norm_vector: [3; 6] GroupNorm(2);
    instance_norm2d_affine: [2; 3, 4, 3] InstanceNorm2d(affine = true, eps = 1e-2);
    rms_norm: [2; 3, 5] RmsNorm;
    rms_norm_last_axis: [2; 3, 5] RmsNorm(axes = 1, eps = 1e-2);
    prelu: [3; 7] PRelu;
    prelu_channels: [2; 3, 2, 3] PRelu(3);
    prelu_kink: [1; 1] PRelu;
    layer_norm_vector: [4; 7] LayerNorm;
    layer_norm_whole: [2; 3, 4, 5] LayerNorm;
    layer_norm_last_axis: [2; 3, 5] LayerNorm(axes = 1);
    layer_norm_last_of_3: [2; 3, 4, 5] LayerNorm(axes = 1);
    layer_norm_last_2: [2; 3, 4, 5] LayerNorm(axes = 2);
    layer_norm_eps: [4; 7] LayerNorm(eps = 1e-2);
}

cases! {
    NO_PARAMETERS;

    max_pool1d: [2; 3, 9] MaxPool1d(2);
    max_pool1d_options: [2; 3, 9] MaxPool1d(3, stride = 2, padding = 1);
    avg_pool1d: [2; 3, 9] AvgPool1d(2);
    avg_pool1d_options: [2; 3, 9]
        AvgPool1d(3, stride = 2, padding = 1, count_include_pad = false);
    max_pool2d: [2; 2, 6, 8] MaxPool2d(2);
    max_pool2d_floor: [2; 2, 5, 7] MaxPool2d(2);
    max_pool2d_3_stride2: [2; 2, 7, 8] MaxPool2d(3, stride = 2);
    max_pool2d_padding1: [2; 2, 6, 7] MaxPool2d(3, stride = 2, padding = 1);
    max_pool2d_overlapping: [2; 2, 5, 6] MaxPool2d(3, stride = 1);
    max_pool2d_dilation2: [2; 2, 5, 6] MaxPool2d(2, stride = 1, dilation = 2);
    max_pool2d_kernel_3_1: [2; 2, 7, 4] MaxPool2d((3, 1), stride = (2, 1));
    max_pool2d_same_stride2: [2; 2, 6, 7] MaxPool2d(3, stride = 2, padding = same);
    max_pool2d_ties: [1; 1, 4, 4] MaxPool2d(2);
    avg_pool2d: [2; 2, 6, 8] AvgPool2d(2);
    avg_pool2d_stride: [2; 2, 7, 8] AvgPool2d(3, stride = 2);
    avg_pool2d_overlapping: [2; 2, 5, 6] AvgPool2d(3, stride = 1);
    avg_pool2d_padding1: [2; 2, 6, 7]
        AvgPool2d(3, stride = 2, padding = 1, count_include_pad = true);
    avg_pool2d_padding1_without_pad: [2; 2, 6, 7]
        AvgPool2d(3, stride = 2, padding = 1, count_include_pad = false);
    avg_pool2d_same_without_pad: [2; 2, 6, 7]
        AvgPool2d(3, stride = 2, padding = same, count_include_pad = false);
    global_avg_pool2d: [2; 3, 5, 7] GlobalAvgPool2d;
    adaptive_avg_pool2d: [2; 2, 6, 8] AdaptiveAvgPool2d((2, 4));
    adaptive_avg_pool2d_one: [2; 3, 4, 3] AdaptiveAvgPool2d(1);
    adaptive_avg_pool2d_uneven: [2; 2, 5, 7] AdaptiveAvgPool2d(3);
    adaptive_avg_pool2d_mixed: [2; 2, 7, 2] AdaptiveAvgPool2d((2, 3));
    adaptive_avg_pool2d_larger: [2; 2, 3, 4] AdaptiveAvgPool2d((5, 7));
    upsample2d: [1; 2, 2, 3] Upsample2d(2);
    upsample2d_pairs: [2; 1, 3, 2] Upsample2d((2, 3));
    flatten: [2; 3, 4, 5] Flatten;

    group_norm_options: [3; 6, 5] GroupNorm(3, eps = 1e-2, affine = false);
    instance_norm2d: [2; 3, 4, 3] InstanceNorm2d;
    glu: [3; 8] Glu;
    glu_last_axis: [2; 3, 2, 4] Glu(axis = 2);
    pad2d_zero: [2; 2, 3, 4] Pad2d((0, 3, 1, 2));
    pad2d_reflect: [2; 2, 3, 4] Pad2d((2, 1, 1, 3), mode = reflect);
    pad2d_replicate: [2; 2, 3, 4] Pad2d((0, 3, 2, 1), mode = replicate);
    pixel_shuffle: [2; 8, 2, 3] PixelShuffle(2);

    softmax: [4; 7] Softmax;
    softmax_channels: [2; 5, 3, 4] Softmax;
    softmax_last_axis: [2; 3, 4, 5] Softmax(axis = 2);
    softmax_extremes: [3; 3] Softmax;
    log_softmax: [4; 7] LogSoftmax;
    log_softmax_channels: [2; 5, 3, 4] LogSoftmax;
    log_softmax_extremes: [3; 3] LogSoftmax;

    relu: [2; 3, 2, 3] Relu;
    relu_extremes: [1; 10] Relu;
    relu_kink: [1; 1] Relu;
    leaky_relu: [2; 3, 2, 3] LeakyRelu;
    leaky_relu_extremes: [1; 10] LeakyRelu;
    leaky_relu_0p2: [2; 3, 2, 3] LeakyRelu(0.2);
    leaky_relu_0p2_extremes: [1; 10] LeakyRelu(0.2);
    leaky_relu_kink: [1; 1] LeakyRelu(0.2);
    elu: [2; 3, 2, 3] Elu;
    elu_extremes: [1; 10] Elu;
    elu_0p7: [2; 3, 2, 3] Elu(0.7);
    elu_0p7_extremes: [1; 10] Elu(0.7);
    elu_0p7_kink: [1; 1] Elu(0.7);
    gelu: [2; 3, 2, 3] Gelu;
    gelu_extremes: [1; 10] Gelu;
    gelu_tanh: [2; 3, 2, 3] Gelu(approximate = tanh);
    gelu_tanh_extremes: [1; 10] Gelu(approximate = tanh);
    silu: [2; 3, 2, 3] Silu;
    silu_extremes: [1; 10] Silu;
    sigmoid: [2; 3, 2, 3] Sigmoid;
    sigmoid_extremes: [1; 10] Sigmoid;
    tanh: [2; 3, 2, 3] Tanh;
    tanh_extremes: [1; 10] Tanh;
    softplus: [2; 3, 2, 3] Softplus;
    softplus_extremes: [1; 10] Softplus;
    hardswish: [2; 3, 2, 3] HardSwish;
    hardswish_extremes: [1; 10] HardSwish;
    hardswish_kink: [1; 2] HardSwish;
}

functions! {
    FUNCTIONS;

    exp: [3; 6] (x => exp(x));
    ln: [1; 6] (x => ln(x));
    sqrt: [1; 6] (x => sqrt(x));
    square: [3; 6] (x => square(x));
    abs: [3; 6] (x => abs(x));
    abs_kink: [1; 1] (x => abs(x));
    clamp: [3; 6] (x => clamp(x, -0.5, 0.75));
    clamp_kink: [1; 3] (x => clamp(x, -1.0, 1.0));
    clamp_min: [3; 6] (x => clamp(x, min = 0.25));
    clamp_max: [3; 6] (x => clamp(x, max = 0.25));
    pow_2: [3; 6] (x => pow(x, 2.0));
    pow_3: [3; 6] (x => pow(x, 3));
    pow_4: [3; 6] (x => pow(x, 4.0));
    pow_0p5: [1; 6] (x => pow(x, 0.5));
    pow_1p7: [1; 6] (x => pow(x, 1.7));
    pow_1p7_zero: [1; 1] (x => pow(x, 1.7));
    pow_minus_0p5: [1; 6] (x => pow(x, -0.5));
    pow_minus_1p3: [1; 6] (x => pow(x, -1.3));
    pow_minus_2: [1; 4] (x => pow(x, -2.0));
    quotient: [1; 6] (x => let (a, b) = split(x); a / b);
    reciprocal: [1; 4] (x => 2.0 / x);
}

/// What comes in, times a free parameter.
macro_rules! free {
    ($($case:ident: $sizes:tt Parameter($shape:tt);)*) => {
        const FREE: &[&str] = &[$(stringify!($case)),*];
        $(mod $case {
            use super::*;

            const CASE: &str = stringify!($case);

            free! { @behind $sizes $shape }

            in_both! {}
        })*
    };
    (@behind [$n:tt; $f:tt] $shape:tt) => {
        network! {
            struct Behind;
            input: [$n];
            source: Linear(_ -> $f, bias = false);
            layer: Parameter($shape, init = 1);
            fn forward(x) { source(x) * layer }
        }
    };
    (@behind [$n:tt; $c:tt, $h:tt, $w:tt] $shape:tt) => {
        network! {
            struct Behind;
            input: [$n * $h * $w, $h, $w];
            source: Conv2d(_ -> $c, kernel = 1, bias = false);
            layer: Parameter($shape, init = 1);
            fn forward(x) { source(x) * expand(layer, [$c, $h, $w]) }
        }
    };
}

free! {
    parameter: [3; 5] Parameter([5]);
    parameter_channels: [3; 2, 4, 3] Parameter([2, 1, 1]);
}
