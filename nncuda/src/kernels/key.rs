//! What a kernel is: its key holds all that its text depends on, and the text is made of the key alone.

use core::fmt;
use std::borrow::Cow;

use nnplan::{BinaryFunction, ReduceFunction};

mod numbers;
#[cfg(test)]
mod tests;
mod text;

pub use super::Write;
pub use super::axes::Groups;
pub use super::channels::{Channels, Stage};
pub use super::parts::Sums;
pub use super::permute::{Axis, Permutation};
pub use super::product::{Size, Tile};
pub use numbers::{
    Bias, Blocks, Classes, Columns, Convolution, CrossEntropy, Distance, Features, Function, Limit,
    Matrices, Momentum, Pool, Real, Rule, Scale, Sizes, Table, WindowAxis,
};

use super::{
    activation, adaptive_avg_pool2d, affine, batch_norm, bias as bias_, binary, concat, conv2d,
    dropout, embedding, expand, fill, gemv, grouped, layer_norm, linear, loss, matmul, parts,
    permute, pool2d, pooled, reduce, slice, softmax, update, upsample2d,
};
use crate::Precision;
use crate::ptx::Kernel;
use text::Said;

/// A kernel a row: the numbers of its key, its name, and what makes it.
macro_rules! kernels {
    ($(
        $(#[$doc:meta])*
        $id:ident { $($field:ident: $Field:ty),* } $name:expr => $build:expr;
    )*) => {
        /// Which kernel it is: its operation, and all the numbers that its code is made for. Two kernels of a device are the
        /// same where their keys are.
        ///
        /// `{}` shows name and numbers, for those who read a [profile](crate::Cuda::profile): `linear 784 -> 128 bias Relu
        /// small f32`.
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "fields have the names and meanings of the operation's")]
        pub enum KernelKey {
            $($(#[$doc])* $id { $($field: $Field),* },)*
        }

        impl KernelKey {
            /// The kernel's name: `linear_grad_weight`.
            #[must_use]
            #[allow(unused_variables, reason = "few names depend on the numbers")]
            pub fn name(&self) -> Cow<'static, str> {
                match *self {
                    $(Self::$id { $($field),* } => Cow::from($name),)*
                }
            }

            /// The kernel.
            pub(crate) fn build(&self) -> Kernel {
                match *self {
                    $(Self::$id { $($field),* } => $build,)*
                }
            }

            /// The name of each variant.
            #[cfg(test)]
            const VARIANTS: &'static [&'static str] = &[$(stringify!($id)),*];

            /// The name of its variant.
            #[cfg(test)]
            fn variant(&self) -> &'static str {
                match self {
                    $(Self::$id { .. } => stringify!($id),)*
                }
            }

            /// Those that differ from it in one number.
            #[cfg(test)]
            #[allow(unused_mut, reason = "some have no numbers")]
            fn near(&self) -> Vec<Self> {
                let mut all = Vec::new();
                match *self {
                    $(Self::$id { $($field),* } => {
                        $(for other in tests::Near::near(&$field) {
                            let mut key = *self;
                            if let Self::$id { $field, .. } = &mut key {
                                *$field = other;
                            }
                            all.push(key);
                        })*
                    })*
                }
                all
            }
        }

        impl fmt::Display for KernelKey {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.name())?;
                match self {
                    $(Self::$id { $($field),* } => { $($field.said(stringify!($field), f)?;)* })*
                }
                Ok(())
            }
        }
    };
}

kernels! {
    /// A linear layer.
    Linear { features: Features, bias: bool, function: Option<Function>, tile: Tile, sums: Sums }
        sums.name("linear") => linear::linear(features, bias, tile, sums, of(&function));
    /// A linear layer of few rows.
    LinearGemv { features: Features, rows: u32, bias: bool, function: Option<Function>, is_aligned: bool }
        "linear_gemv" => gemv::linear(features, bias, rows, is_aligned, of(&function));
    /// The gradient of a linear layer's input.
    LinearGradInput { features: Features, tile: Tile, sums: Sums }
        sums.name("linear_grad_input") => linear::linear_grad_input(features, tile, sums);
    /// The gradient of a linear layer's weight.
    LinearGradWeight { features: Features, tile: Tile, write: Write }
        "linear_grad_weight" => linear::linear_grad_weight(features, tile, write);
    /// A convolution.
    Conv2d { conv: Convolution, bias: bool, function: Option<Function>, tile: Tile, sums: Sums }
        sums.name("conv2d") => conv2d::conv2d(conv, bias, tile, sums, of(&function));
    /// The gradient of a convolution's input.
    Conv2dGradInput { conv: Convolution, tile: Tile, sums: Sums }
        sums.name("conv2d_grad_input") => conv2d::conv2d_grad_input(conv, tile, sums);
    /// The gradient of a convolution's weight.
    Conv2dGradWeight { conv: Convolution, tile: Tile, write: Write }
        "conv2d_grad_weight" => conv2d::conv2d_grad_weight(conv, tile, write);
    /// A convolution of small groups.
    Conv2dGrouped { conv: Convolution, bias: bool, function: Option<Function> }
        "conv2d_grouped" => grouped::conv2d(conv, bias, of(&function));
    /// The gradient of its input.
    Conv2dGroupedGradInput { conv: Convolution }
        "conv2d_grouped_grad_input" => grouped::conv2d_grad_input(conv);
    /// The gradient of its weight.
    Conv2dGroupedGradWeight { conv: Convolution, write: Write }
        "conv2d_grouped_grad_weight" => grouped::conv2d_grad_weight(conv, write);
    /// A convolution and the max pool after it. The convolution's output has no size here: what lies in no window is not
    /// computed.
    Conv2dMaxPool2d { conv: Convolution, pool: Blocks, bias: bool, keeps: bool, function: Option<Function>, tile: Tile }
        "conv2d_max_pool2d" => pooled::conv2d_max_pool2d(conv, bias, pool, tile, keeps, of(&function));
    /// The sums of parts.
    AddParts { channels: Option<Channels>, function: Option<Function>, write: Write }
        "add_parts" => parts::add_parts(write, channels, of(&function));
    /// The gradient of a bias.
    GradBias { of: Bias, channels: Channels, write: Write, stage: Stage }
        stage.name(of.operation()) => bias_::grad_bias(of.operation(), channels, write, stage);
    /// The larger of the pixels under a window, with their positions or without.
    MaxPool2d { pool: Pool, keeps: bool, function: Option<Function> }
        "max_pool2d" => pool2d::max_pool2d(pool, keeps, of(&function));
    /// Its gradient.
    MaxPool2dGrad { pool: Pool, is_pairs: bool }
        "max_pool2d_grad" => pool2d::max_pool2d_grad(pool, is_pairs);
    /// The mean of the pixels under a window.
    AvgPool2d { pool: Pool, by_all: bool }
        "avg_pool2d" => pool2d::avg_pool2d(pool, by_all);
    /// Its gradient.
    AvgPool2dGrad { pool: Pool, by_all: bool, is_pairs: bool }
        "avg_pool2d_grad" => pool2d::avg_pool2d_grad(pool, by_all, is_pairs);
    /// The means of windows that cover an image.
    AdaptiveAvgPool2d { sizes: Sizes }
        "adaptive_avg_pool2d" => adaptive_avg_pool2d::adaptive_avg_pool2d(sizes);
    /// Its gradient.
    AdaptiveAvgPool2dGrad { sizes: Sizes }
        "adaptive_avg_pool2d_grad" => adaptive_avg_pool2d::adaptive_avg_pool2d_grad(sizes);
    /// Larger pixels.
    Upsample2d { scale: Scale }
        "upsample2d" => upsample2d::upsample2d(scale);
    /// Its gradient.
    Upsample2dGrad { scale: Scale }
        "upsample2d_grad" => upsample2d::upsample2d_grad(scale);
    /// A function of each element.
    Activation { function: Function }
        "activation" => activation::activation(function.get());
    /// Its gradient.
    ActivationGrad { function: Function }
        "activation_grad" => activation::activation_grad(function.get());
    /// Softmax, or its logarithm.
    Softmax { classes: Classes }
        "softmax" => softmax::softmax(classes);
    /// Its gradient.
    SoftmaxGrad { classes: Classes }
        "softmax_grad" => softmax::softmax_grad(classes);
    /// Dropout of samples of so many elements.
    Dropout { p: Real, len: usize }
        "dropout" => dropout::dropout(p.get(), len);
    /// Batch norm's statistics.
    BatchNormStatistics { channels: Channels, eps: Real, momentum: Real, stage: Stage }
        stage.name("batch_norm_statistics")
        => batch_norm::statistics(channels, eps.get(), momentum.get(), stage);
    /// Batch norm in training.
    BatchNormApply { channels: Channels }
        "batch_norm_apply" => batch_norm::apply(channels);
    /// The gradients of its tensors.
    BatchNormGradParameters { channels: Channels, stage: Stage }
        stage.name("batch_norm_grad_parameters") => batch_norm::grad_parameters(channels, stage);
    /// The gradient of its input.
    BatchNormGradInput { channels: Channels }
        "batch_norm_grad_input" => batch_norm::grad_input(channels);
    /// Batch norm in inference.
    BatchNormInference { channels: Channels, eps: Real }
        "batch_norm_inference" => batch_norm::inference(channels, eps.get());
    /// Its gradient.
    BatchNormInferenceGrad { channels: Channels, eps: Real }
        "batch_norm_inference_grad" => batch_norm::inference_grad(channels, eps.get());
    /// Layer norm.
    LayerNorm { features: usize, eps: Real, keeps: bool }
        "layer_norm" => layer_norm::layer_norm(features, eps.get(), keeps);
    /// The gradient of its input.
    LayerNormGradInput { features: usize }
        "layer_norm_grad_input" => layer_norm::grad_input(features);
    /// The gradients of its tensors, where they are wanted.
    LayerNormGradParameters { features: usize, weight: Option<Write>, bias: Option<Write>, stage: Stage }
        stage.name("layer_norm_grad_parameters")
        => layer_norm::grad_parameters(features, weight, bias, stage);
    /// The same numbers.
    Copy { write: Write } "copy" => super::copy(write);
    /// A sum of two gradients.
    Accumulate {} "accumulate" => super::accumulate();
    /// A sign between two values.
    Binary { function: BinaryFunction } "binary" => binary::binary(function);
    /// `scale * x + shift`
    Affine { scale: Real, shift: Real } "affine" => affine::affine(scale.get(), shift.get());
    /// One of the values that are put one after the other.
    ConcatPart { columns: Columns } "concat_part" => concat::concat_part(columns);
    /// A range of positions.
    Slice { columns: Columns } "slice" => slice::slice(columns);
    /// Its gradient.
    SliceGrad { columns: Columns } "slice_grad" => slice::slice_grad(columns);
    /// A range in one piece, wherever it begins.
    SliceStep { len: usize, width: usize } "slice_step" => slice::step(len, width);
    /// The same, written.
    SlicePut { len: usize, width: usize } "slice_put" => slice::step_put(len, width);
    /// The same numbers for every sample.
    Fill { len: usize } "fill" => fill::fill(len);
    /// Nothing but 0.
    Zero {} "zero" => fill::zero();
    /// Axes in another order.
    Permute { permutation: Permutation } "permute" => permute::permute(permutation);
    /// A reduction.
    Reduce { function: ReduceFunction, groups: Groups } "reduce" => reduce::reduce(function, groups);
    /// Its gradient.
    ReduceGrad { function: ReduceFunction, groups: Groups }
        "reduce_grad" => reduce::reduce_grad(function, groups);
    /// A repetition.
    Expand { groups: Groups } "expand" => expand::expand(groups);
    /// Its gradient.
    ExpandGrad { groups: Groups } "expand_grad" => expand::expand_grad(groups);
    /// A product of two values.
    MatMul { matrices: Matrices, tile: Tile, sums: Sums }
        sums.name("matmul") => matmul::matmul(matrices, tile, sums);
    /// The gradient of the left one.
    MatMulGradLeft { matrices: Matrices, tile: Tile, sums: Sums }
        sums.name("matmul_grad_left") => matmul::matmul_grad_left(matrices, tile, sums);
    /// The gradient of the right one.
    MatMulGradRight { matrices: Matrices, tile: Tile, sums: Sums }
        sums.name("matmul_grad_right") => matmul::matmul_grad_right(matrices, tile, sums);
    /// Rows of a table.
    Embedding { table: Table } "embedding" => embedding::embedding(table);
    /// The gradient of the table.
    EmbeddingGradWeight { table: Table, write: Write }
        "embedding_grad_weight" => embedding::embedding_grad_weight(table, write);
    /// The samples' terms of a cross entropy.
    CrossEntropyTerms { loss: CrossEntropy } "cross_entropy_terms" => loss::cross_entropy_terms(&loss);
    /// Their mean.
    CrossEntropyMean { classes: usize, ignore_index: Option<u32>, weight: Real }
        "cross_entropy_mean" => loss::cross_entropy_mean(classes, ignore_index, weight.get());
    /// The gradient of a cross entropy.
    CrossEntropyGrad { loss: CrossEntropy } "cross_entropy_grad" => loss::cross_entropy_grad(&loss);
    /// The sums of a loss by elements.
    LossTerms { distance: Distance, has_gradient: bool }
        "loss_terms" => loss::terms(distance, has_gradient);
    /// Their mean.
    LossMean { weight: Real } "loss_mean" => loss::mean(weight.get());
    /// The gradient of no loss.
    Zeros {} "zeros" => loss::zeros();
    /// An optimizer's step.
    Update { rule: Rule, limit: Limit } "update" => update::update(rule, limit);
    /// The squares of gradients, added up.
    SquaredNorm {} "squared_norm" => update::squared_norm();
    /// The scale that limits a norm.
    ClipScale { max_norm: Real } "clip_scale" => update::clip_scale(max_norm.get());
}

fn of(function: &Option<Function>) -> Option<&nnplan::Activation> {
    function.as_ref().map(Function::get)
}

impl KernelKey {
    /// The key of the same kernel in which what plays no part has one value: kernels that are equal have equal keys.
    pub(crate) fn normal(mut self) -> Self {
        // Pixels under a window are found one by one, and numbers of f32 that are not copied are loaded so.
        let is_by_ones =
            matches!(self, Self::Conv2dGradInput { .. } | Self::Conv2dGradWeight { .. });
        if let Some(tile) = self.tile() {
            let may_be_fours = tile.is_pipelined || tile.precision != Precision::F32;
            tile.is_aligned &= may_be_fours && !is_by_ones;
        }
        match &mut self {
            // Bias and function are applied to the sums of the parts.
            Self::Linear { bias, function, sums: Sums::Parts, .. }
            | Self::Conv2d { bias, function, sums: Sums::Parts, .. } => {
                (*bias, *function) = (false, None);
            }
            Self::LinearGemv { features, is_aligned, .. } => {
                *is_aligned &= gemv::is_by_fours(*features);
            }
            Self::Conv2dMaxPool2d { conv, .. } => {
                (conv.vertical.output, conv.horizontal.output) = (0, 0);
            }
            Self::GradBias { write, stage: Stage::Parts, .. } => *write = Write::Assign,
            Self::GradBias { channels, stage: Stage::Last, .. }
            | Self::BatchNormGradParameters { channels, stage: Stage::Last } => {
                channels.positions = 1;
            }
            Self::BatchNormStatistics { eps, momentum, stage: Stage::Parts, .. } => {
                (*eps, *momentum) = Default::default();
            }
            Self::LayerNormGradParameters { weight, bias, stage: Stage::Parts, .. } => {
                (*weight, *bias) = (weight.map(|_| Write::Assign), None);
            }
            Self::Permute { permutation } if permutation.is_copy() => {
                return Self::Copy { write: Write::Assign };
            }
            _ => {}
        }
        self
    }

    /// The tile of a product.
    fn tile(&mut self) -> Option<&mut Tile> {
        match self {
            Self::Linear { tile, .. }
            | Self::LinearGradInput { tile, .. }
            | Self::LinearGradWeight { tile, .. }
            | Self::Conv2d { tile, .. }
            | Self::Conv2dGradInput { tile, .. }
            | Self::Conv2dGradWeight { tile, .. }
            | Self::Conv2dMaxPool2d { tile, .. }
            | Self::MatMul { tile, .. }
            | Self::MatMulGradLeft { tile, .. }
            | Self::MatMulGradRight { tile, .. } => Some(tile),
            _ => None,
        }
    }
}
