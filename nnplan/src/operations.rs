//! The table of operations: what every device, the compiler and the tests know of each.
//!
//! One row an operation. From it come its number ([`OpId`](crate::OpId)), what is known of it ([`Record`](crate::Record)),
//! and, through [`operations!`](crate::operations), the trait that devices implement. Nothing in the house decides by the
//! name of an operation or by its formula.

/// Calls a macro with the table.
///
/// `operations!(then)` expands to `then! { methods { … } views { … } programs { … } }`. The rows of `methods` are methods
/// of a device:
///
/// ```text
/// /// What it computes.
/// Id method(g: Geometry, x: Role, b: Role or None => y: Role) placement "formula" [in_place: 0; flags…];
/// ```
///
/// - **Operands**: what is read, `=>`, what is written. `or None`: it may be absent. [`Role`](crate::Role) says what each is.
/// - **Placement**: see [`Placement`](crate::Placement). `portable` after it: there is a portable kernel, which is the method's default body.
/// - **Formula**, for people: `{0}` is the first operand.
/// - `in_place`: the operands whose memory what is written may take. `recompute`: cheap enough to be computed again in the
///   backward pass. `columns`: needs room for the im2col matrix of its geometry. `joins`: what may follow within the call.
///   `layouts`: in which layouts it takes its operands, if not in the logical one ([`Layouts`](crate::Layouts)).
///
/// Views are no calls: what they give is what they are given, under another shape. Programs are the functions of a network
/// that is a layer.
///
/// `operations!(each row)` expands to one call of `row!` for each row of `methods`: whether it is portable, its docs, its
/// number, its name and its operands, without the `or`:
///
/// ```text
/// row! { (portable) [#[doc = "…"]] Id method(g: Geometry, x: Role, b: Role None => y: Role) }
/// ```
#[macro_export]
macro_rules! operations {
    (each $row:ident) => { $crate::operations! { @ $crate::each_operation [$row] } };
    (@ $($then:ident)::+ [$($with:tt)*]) => { $($then)::+! { $($with)*
methods {
    /// `y = x Wᵀ + b`
    Linear linear(g: Linear, x: Sample, w: Tensor, b: Tensor or None => y: Sample)
        Whole portable "{3} = {0} · {1}ᵀ + {2}" [joins: Activation];
    /// `d_x = d_y W`
    LinearGradInput linear_grad_input(g: Linear, d_y: Sample, w: Tensor => d_x: Sample)
        Whole portable "{2} = {0} · {1}" [];
    /// `d_w = d_yᵀ x`
    LinearGradWeight linear_grad_weight(g: Linear, x: Sample, d_y: Sample => d_w: Gradient)
        Whole portable "{2} = {1}ᵀ · {0}" [];
    /// `d_b = Σ d_y`
    LinearGradBias linear_grad_bias(g: Linear, d_y: Sample => d_b: Gradient)
        Whole portable "{1} = Σ over rows of {0}" [];

    /// `y = x ⋆ W + b`
    Conv2d conv2d(g: Conv2d, x: Sample, w: Tensor, b: Tensor or None => y: Sample)
        Split portable "{3} = {0} ⋆ {1} + {2}" [columns; joins: BatchNormInference, MaxPool2d, Activation];
    /// `d_x = d_y ⋆ᵀ W`
    Conv2dGradInput conv2d_grad_input(g: Conv2d, d_y: Sample, w: Tensor => d_x: Sample)
        Split portable "{2} = {0} ⋆ᵀ {1}" [columns];
    /// `d_w = Σ x ⋆ d_y`
    Conv2dGradWeight conv2d_grad_weight(g: Conv2d, x: Sample, d_y: Sample => d_w: Gradient)
        Split portable "{2} = Σ over samples of {0} ⋆ {1}" [columns];
    /// `d_b = Σ d_y`
    Conv2dGradBias conv2d_grad_bias(g: Conv2d, d_y: Sample => d_b: Gradient)
        Split portable "{1} = Σ over samples and pixels of {0}" [];

    /// The maximum of each window, and its position where `indices` is there.
    MaxPool2d max_pool2d(g: Pool2d, x: Sample => y: Sample, indices: Index or None)
        Split portable "{1} = max of each window of {0}" [];
    /// The gradient goes to the positions chosen.
    MaxPool2dGrad max_pool2d_grad(g: Pool2d, d_y: Sample, indices: Index => d_x: Sample)
        Split portable "{2} = {0} at the positions {1}, else 0" [];
    /// The mean of each window.
    AvgPool2d avg_pool2d(g: Pool2d, x: Sample => y: Sample)
        Split portable "{1} = mean of each window of {0}" [recompute];
    /// The gradient is spread over each window.
    AvgPool2dGrad avg_pool2d_grad(g: Pool2d, d_y: Sample => d_x: Sample)
        Split portable "{1} = {0} / elements, spread over each window" [];

    /// `y = f(x)`; `x` and `y` may be the same region.
    Activation activation(f: Activation, x: Sample => y: Sample)
        Either portable "{1} = f({0})" [in_place: 0; recompute; layouts: Any];
    /// `d_x = d_y f'`, by `saved`; `d_y` and `d_x` may be the same region.
    ActivationGrad activation_grad(f: Activation, saved: Sample, d_y: Sample => d_x: Sample)
        Either portable "{2} = {1} * f'({0})" [in_place: 1; layouts: Any];
    /// Softmax or its logarithm; `x` and `y` may be the same region.
    Softmax softmax(g: Softmax, x: Sample => y: Sample)
        Either portable "{1} = exp({0} - max) / Σ exp({0} - max), or its logarithm" [in_place: 0; recompute];
    /// Its gradient, by its output; `d_y` and `d_x` may be the same region.
    SoftmaxGrad softmax_grad(g: Softmax, y: Sample, d_y: Sample => d_x: Sample)
        Either portable "{2} = {0} * ({1} - Σ {1} * {0}); of the logarithm: {1} - exp({0}) * Σ {1}" [in_place: 1];
    /// Zero with probability p, else scaled; `x` and `y` may be the same region. The same call is its gradient.
    Dropout dropout(g: Dropout, x: Sample => y: Sample)
        Either "{1} = {0} * mask / (1 - p)" [in_place: 0; recompute];

    /// Batch norm in training, whole batch: also keeps mean and 1/std, and updates the running statistics.
    BatchNorm batch_norm(
        g: BatchNorm, x: Sample, w: Tensor, b: Tensor =>
        y: Sample, mean: Statistic, inv_std: Statistic, running_mean: Running, running_variance: Running
    )
        Whole "{3} = ({0} - {4}) * {5} * {1} + {2}, {4} and 1/{5}² the batch's mean and variance + eps" [];
    /// Its gradient by the input, which may be absent; by weight and bias the sums over the batch, which
    /// [`keep_gradient`](Self::keep_gradient) keeps.
    BatchNormGrad batch_norm_grad(
        g: BatchNorm, x: Sample, d_y: Sample, w: Tensor, mean: Statistic, inv_std: Statistic =>
        d_x: Sample or None, sum_w: Statistic, sum_b: Statistic
    )
        Whole portable "{5} = {2} * {4} * ({1} - mean({1}) - x̂ * mean({1} * x̂)), {6} = Σ {1} * x̂, {7} = Σ {1}" [in_place: 1];
    /// `d = sum`: numbers of the whole batch become the gradient of a tensor.
    KeepGradient keep_gradient(len: usize, sum: Statistic => d: Gradient)
        Whole portable "{1} = {0}" [];
    /// `y = a + b`, the sum of two gradients of `len` elements a sample; `a` and `y` may be the same region.
    Accumulate accumulate(len: usize, a: Sample, b: Sample => y: Sample)
        Either portable "{2} = {0} + {1}" [in_place: 0, 1; layouts: Any];
    /// `y = x`, `len` elements a sample.
    Copy copy(len: usize, x: Sample => y: Sample)
        Either portable "{1} = {0}" [layouts: Any];
    /// Batch norm by running statistics; `x` and `y` may be the same region.
    BatchNormInference batch_norm_inference(
        g: BatchNorm, x: Sample, w: Tensor, b: Tensor, running_mean: Running, running_variance: Running => y: Sample
    )
        Split portable "{5} = ({0} - {3}) / √({4} + eps) * {1} + {2}" [in_place: 0];
    /// Its gradient by the input, where its tensors are frozen.
    BatchNormInferenceGrad batch_norm_inference_grad(
        g: BatchNorm, d_y: Sample, w: Tensor, running_variance: Running => d_x: Sample
    )
        Split portable "{3} = {0} * {1} / √({2} + eps)" [in_place: 0];

    /// Layer norm; keeps mean and 1/std of each row.
    LayerNorm layer_norm(
        g: LayerNorm, x: Sample, w: Tensor, b: Tensor => y: Sample, mean: Sample, inv_std: Sample
    )
        Split portable "{3} = ({0} - mean) / √(variance + eps) * {1} + {2}, a row at a time" [in_place: 0];
    /// Its gradient by the input.
    LayerNormGradInput layer_norm_grad_input(
        g: LayerNorm, x: Sample, d_y: Sample, w: Tensor, mean: Sample, inv_std: Sample => d_x: Sample
    )
        Split portable "{5} = {4} * ({1} * {2} - mean({1} * {2}) - x̂ * mean({1} * {2} * x̂)), a row at a time" [in_place: 1];
    /// Its gradients by weight and bias, each of which may be absent.
    LayerNormGradParameters layer_norm_grad_parameters(
        g: LayerNorm, x: Sample, d_y: Sample, mean: Sample, inv_std: Sample =>
        d_w: Gradient or None, d_b: Gradient or None
    )
        Split portable "{4} = Σ over rows of {1} * x̂, {5} = Σ over rows of {1}" [];

    /// `y = a + b`, `a - b`, `a * b` or `a / b`; `y` may be the same region as `a`, and `a` as `b`.
    Binary binary(g: Binary, a: Sample, b: Sample => y: Sample)
        Either portable "{2} = {0} {f} {1}" [in_place: 0, 1; recompute; layouts: Any];
    /// `y = scale * x + shift`; `x` and `y` may be the same region.
    Affine affine(g: Affine, x: Sample => y: Sample)
        Either portable "{1} = scale * {0} + shift" [in_place: 0; recompute; layouts: Any];

    /// `y = x w + b`, a factor and a term of each channel; `x` and `y` may be the same region.
    Scale scale(g: Scale, x: Sample, w: Tensor or None, b: Tensor or None => y: Sample)
        Either portable "{3} = {0} * {1} + {2}, by channels" [in_place: 0];
    /// `d_w = Σ x d_y` and `d_b = Σ d_y` of each channel.
    ScaleGradParameters scale_grad_parameters(
        g: Scale, x: Sample, d_y: Sample => d_w: Gradient or None, d_b: Gradient or None
    )
        Split portable "{2} = Σ {0} * {1}, {3} = Σ {1}, by channels" [];

    /// `y = (x - mean) / √(variance + eps)`, a row at a time, or without the mean; keeps `1 / √(…)` where it is there. `x` and
    /// `y` may be the same region.
    Normalize normalize(g: Normalize, x: Sample => y: Sample, inv_std: Sample or None)
        Split portable "{1} = ({0} - mean) / √(variance + eps), a row at a time" [in_place: 0];
    /// Its gradient, by its output; `d_y` and `d_x` may be the same region.
    NormalizeGrad normalize_grad(g: Normalize, y: Sample, d_y: Sample, inv_std: Sample => d_x: Sample)
        Split portable "{3} = {2} * ({1} - mean({1}) - {0} * mean({1} * {0})), a row at a time" [in_place: 1];
    /// `y = x` where that is above 0, else `w x`; `x` and `y` may be the same region.
    PRelu prelu(g: Scale, x: Sample, w: Tensor => y: Sample)
        Either portable "{2} = {0}, or {1} * {0} where it is not above 0" [in_place: 0; recompute];
    /// `d_x = d_y` where x is above 0, else `w d_y`; `d_y` and `d_x` may be the same region.
    PReluGradInput prelu_grad_input(g: Scale, x: Sample, w: Tensor, d_y: Sample => d_x: Sample)
        Either portable "{3} = {2}, or {1} * {2} where {0} is not above 0" [in_place: 2];
    /// `d_w = Σ x d_y` where x is not above 0.
    PReluGradWeight prelu_grad_weight(g: Scale, x: Sample, d_y: Sample => d_w: Gradient)
        Split portable "{2} = Σ {0} * {1} where {0} is not above 0" [];
    /// `y` = `x` with rows and columns around it.
    Pad2d pad2d(g: Pad2d, x: Sample => y: Sample)
        Split portable "{1} = {0} with rows and columns around it" [recompute];
    /// `d_x` = the sum of `d_y` over the pixels that an element was copied to.
    Pad2dGrad pad2d_grad(g: Pad2d, d_y: Sample => d_x: Sample)
        Split portable "{1} = Σ {0} over the copies of each pixel" [];

    /// `y` = `w` for each sample, or zeros without it.
    Fill fill(g: Fill, w: Tensor or None => y: Sample)
        Either portable "{1} = {0} for each sample" [recompute];
    /// `d_w = Σ d_y`
    FillGrad fill_grad(g: Fill, d_y: Sample => d_w: Gradient)
        Split portable "{1} = Σ {0}" [];

    /// `y` = the mean of `x` over each window of an adaptive pool.
    AdaptiveAvgPool2d adaptive_avg_pool2d(g: AdaptiveAvgPool2d, x: Sample => y: Sample)
        Split portable "{1} = the mean of {0} over each window" [recompute];
    /// `d_x` = the sum of `d_y / count` over the windows that a pixel lies in.
    AdaptiveAvgPool2dGrad adaptive_avg_pool2d_grad(g: AdaptiveAvgPool2d, d_y: Sample => d_x: Sample)
        Split portable "{1} = Σ {0} / count over the windows of each pixel" [];

    /// `y` = the values of `x`, one after the other along the axis.
    Concat concat(g: Concat, x: Samples => y: Sample)
        Split portable "{y} = {x} one after the other" [recompute];
    /// `y = x[start..end]` along the axis.
    Slice slice(g: Slice, x: Sample => y: Sample)
        Split portable "{1} = a part of {0}" [recompute];
    /// `d_x[start..end] = d_y`, 0 elsewhere.
    SliceGrad slice_grad(g: Slice, d_y: Sample => d_x: Sample)
        Split portable "{1} = {0} in its place, else 0" [];
    /// `y[start..end] = x` along the axis; the rest of `y` stays as it is. What a scan collects step by step.
    SlicePut slice_put(g: Slice, x: Sample => y: Sample)
        Split portable "a part of {1} = {0}" [];
    /// `y` = `x` with its axes in another order.
    Permute permute(g: Permute, x: Sample => y: Sample)
        Split portable "{1} = {0} with its axes in another order" [recompute; layouts: Changes];
    /// `d_x` = `d_y` with its axes as they were.
    PermuteGrad permute_grad(g: Permute, d_y: Sample => d_x: Sample)
        Split portable "{1} = {0} with its axes in their first order" [];

    /// `y` = sum, mean or maximum of `x` over the axes.
    Reduce reduce(g: Reduce, x: Sample => y: Sample)
        Split portable "{1} = {0} over some axes" [recompute];
    /// `d_x` = `d_y` or `d_y / n` for each element, or for the first that is the maximum; `x` and `y` are absent
    /// unless it is one.
    ReduceGrad reduce_grad(g: Reduce, x: Sample or None, y: Sample or None, d_y: Sample => d_x: Sample)
        Split portable "{3} = {2} where it came from" [];
    /// `y` = `x`, repeated along its axes of size 1.
    Expand expand(g: Expand, x: Sample => y: Sample)
        Split portable "{1} = {0} repeated" [recompute];
    /// `d_x` = the sum of `d_y` over what was repeated.
    ExpandGrad expand_grad(g: Expand, d_y: Sample => d_x: Sample)
        Split portable "{1} = Σ {0} over its repetitions" [];

    /// `y = a b`; `a` and `b` may be the same region.
    MatMul matmul(g: MatMul, a: Sample, b: Sample => y: Sample)
        Split portable "{2} = {0} · {1}" [];
    /// `d_a = d_y bᵀ`
    MatMulGradLeft matmul_grad_left(g: MatMul, d_y: Sample, b: Sample => d_a: Sample)
        Split portable "{2} = {0} · {1}ᵀ" [];
    /// `d_b = aᵀ d_y`
    MatMulGradRight matmul_grad_right(g: MatMul, a: Sample, d_y: Sample => d_b: Sample)
        Split portable "{2} = {0}ᵀ · {1}" [];

    /// `y = w[x]`, a row for each integer.
    Embedding embedding(g: Embedding, x: Integer, w: Tensor => y: Sample)
        Whole portable "{2} = the rows of {1} that {0} names" [];
    /// `d_w[x] = Σ d_y`
    EmbeddingGradWeight embedding_grad_weight(g: Embedding, x: Integer, d_y: Sample => d_w: Gradient)
        Whole portable "{2} = Σ {1} in the rows that {0} names" [];

    /// Each pixel as a block.
    Upsample2d upsample2d(g: Upsample2d, x: Sample => y: Sample)
        Split portable "{1} = each pixel of {0} as a block" [recompute];
    /// `d_x` = the sum of `d_y` over each block.
    Upsample2dGrad upsample2d_grad(g: Upsample2d, d_y: Sample => d_x: Sample)
        Split portable "{1} = Σ {0} over each block" [];
}
views {
    /// The same elements under another shape.
    Reshape reshape "{1} = {0}";
    /// The same value, which no gradient flows through.
    Detach detach "{1} = {0}, without its gradient";
}
programs {
    /// A network as a layer, at inference.
    Infer infer "{y} = the network on {x}";
    /// A network as a layer, in training.
    Forward forward "{y} = the network on {x}";
    /// A network as a frozen layer, where a gradient flows through.
    ForwardFrozen forward_frozen "{y} = the network on {x}";
    /// Its gradients, by its parameters and by its inputs.
    Backward backward "{y} = the gradients of the network on {0}, …";
    /// Its gradients by its inputs alone.
    BackwardFrozen backward_frozen "{y} = the gradients of the network on {0}, …";
}
    } };
    ($($then:ident)::+) => { $crate::operations! { @ $($then)::+ [] } };
}

/// The rows of the table one by one: see [`operations`].
#[doc(hidden)]
#[macro_export]
macro_rules! each_operation {
    (
        $row:ident
        methods {$(
            $(#[$doc:meta])*
            $id:ident $method:ident(
                $g:ident: $G:ident $(, $x:ident: $X:ident $(or $x_none:ident)?)* =>
                $($y:ident: $Y:ident $(or $y_none:ident)?),+
            ) $placement:ident $($portable:ident)? $formula:literal [$($flags:tt)*];
        )*}
        $($rest:tt)*
    ) => {
        $($row! {
            ($($portable)?) [$(#[$doc])*]
            $id $method($g: $G $(, $x: $X $($x_none)?)* => $($y: $Y $($y_none)?),+)
        })*
    };
}
