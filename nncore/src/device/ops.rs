//! The operations, by the names that the compiler knows them under.

use nnplan::{
    Activation, Affine, BatchNorm, Binary, Concat, Conv2d, Dropout, Embedding, Expand, LayerNorm,
    Linear, MatMul, Permute, Pool2d, Reduce, Slice, Softmax, Upsample2d,
};

use super::Region;

/// What follows a convolution or a linear layer within the same call.
///
/// The compiler decides it, for all devices alike. A device that has no fused kernel runs the plain
/// calls one after another, which is what the methods with an epilogue do unless overridden.
///
/// Nothing reads the value ahead of a pool but the pool, within the call or later: a fused kernel need not write it. The
/// value ahead of an activation may be read in the backward pass, unless the activation overwrites it.
#[derive(Clone, Copy, Debug)]
pub struct Epilogue {
    /// A max pool: its numbers, its output, and the positions chosen.
    pub pool: Option<(Pool2d, Region, Region)>,
    /// An activation: its function and its output.
    pub activation: Option<(Activation, Region)>,
}

impl Epilogue {
    /// The plain calls, from the value `y` on.
    #[cfg_attr(not(debug_assertions), inline(always))] // what follows is a constant where a call has it
    pub fn run<O: Ops + ?Sized>(&self, ops: &mut O, y: Region) {
        let mut last = y;
        if let Some((g, pooled, indices)) = &self.pool {
            ops.max_pool2d(g, y, *pooled, *indices);
            last = *pooled;
        }
        if let Some((f, out)) = &self.activation {
            ops.activation(f, last, *out);
        }
    }
}

/// Calls on a piece of the batch. First the layer's numbers, then what is read, then what is written.
///
/// Formulas stand at the kernels of the same names in [`kernels`](crate::kernels). An operand that may be
/// absent is [`Region::NONE`]. Gradients of tensors are sums over the batch; they replace what is there, or are
/// added to it where the region is a [`gradient_sum`](Region::gradient_sum).
pub trait Ops {
    /// `y = x Wᵀ + b`
    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region);
    /// [`linear`](Self::linear), then what the epilogue says, within one call.
    #[cfg_attr(not(debug_assertions), inline(always))] // as the epilogue
    fn linear_with(
        &mut self,
        g: &Linear,
        epilogue: &Epilogue,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        self.linear(g, x, w, b, y);
        epilogue.run(self, y);
    }
    /// `d_x = d_y W`
    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region);
    /// `d_w = d_yᵀ x`
    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region);
    /// `d_b = Σ d_y`
    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region);

    /// `y = x ⋆ W + b`
    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region);
    /// [`conv2d`](Self::conv2d), then what the epilogue says, within one call.
    #[cfg_attr(not(debug_assertions), inline(always))] // as the epilogue
    fn conv2d_with(
        &mut self,
        g: &Conv2d,
        epilogue: &Epilogue,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        self.conv2d(g, x, w, b, y);
        epilogue.run(self, y);
    }
    /// `d_x = d_y ⋆ᵀ W`
    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region);
    /// `d_w = Σ x ⋆ d_y`
    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region);
    /// `d_b = Σ d_y`
    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region);

    /// The maximum of each window, and its position where `indices` is there.
    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region);
    /// The gradient goes to the positions chosen.
    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region);
    /// The mean of each window.
    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region);
    /// The gradient is spread over each window.
    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region);

    /// `y = f(x)`; `x` and `y` may be the same region.
    fn activation(&mut self, f: &Activation, x: Region, y: Region);
    /// `d_x = d_y f'`, by `saved`; `d_y` and `d_x` may be the same region.
    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region);
    /// Softmax or its logarithm; `x` and `y` may be the same region.
    fn softmax(&mut self, g: &Softmax, x: Region, y: Region);
    /// Its gradient, by its output; `d_y` and `d_x` may be the same region.
    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region);
    /// Zero with probability p, else scaled; `x` and `y` may be the same region. The same call is
    /// its gradient.
    fn dropout(&mut self, g: &Dropout, x: Region, y: Region);

    /// Batch norm in training, whole batch: also keeps mean and 1/std, and updates the running
    /// statistics.
    fn batch_norm(
        &mut self,
        g: &BatchNorm,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
        mean: Region,
        inv_std: Region,
        running_mean: Region,
        running_variance: Region,
    );
    /// Its gradient by the input, which may be absent; by weight and bias the sums over the batch, which
    /// [`keep_gradient`](Self::keep_gradient) keeps.
    fn batch_norm_grad(
        &mut self,
        g: &BatchNorm,
        x: Region,
        d_y: Region,
        w: Region,
        mean: Region,
        inv_std: Region,
        d_x: Region,
        sum_w: Region,
        sum_b: Region,
    );
    /// `d = sum`: numbers of the whole batch become the gradient of a tensor.
    fn keep_gradient(&mut self, len: &usize, sum: Region, d: Region);
    /// `y = a + b`, the sum of two gradients of `len` elements a sample; `a` and `y` may be the same region.
    fn accumulate(&mut self, len: &usize, a: Region, b: Region, y: Region);
    /// `y = x`, `len` elements a sample.
    fn copy(&mut self, len: &usize, x: Region, y: Region);

    /// Batch norm by running statistics; `x` and `y` may be the same region.
    fn batch_norm_inference(
        &mut self,
        g: &BatchNorm,
        x: Region,
        w: Region,
        b: Region,
        running_mean: Region,
        running_variance: Region,
        y: Region,
    );
    /// Its gradient by the input, where its tensors are frozen.
    fn batch_norm_inference_grad(
        &mut self,
        g: &BatchNorm,
        d_y: Region,
        w: Region,
        running_variance: Region,
        d_x: Region,
    );

    /// Layer norm; keeps mean and 1/std of each row where these are there.
    fn layer_norm(
        &mut self,
        g: &LayerNorm,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
        mean: Region,
        inv_std: Region,
    );
    /// Its gradient by the input.
    fn layer_norm_grad_input(
        &mut self,
        g: &LayerNorm,
        x: Region,
        d_y: Region,
        w: Region,
        mean: Region,
        inv_std: Region,
        d_x: Region,
    );
    /// Its gradients by weight and bias, each of which may be absent.
    fn layer_norm_grad_parameters(
        &mut self,
        g: &LayerNorm,
        x: Region,
        d_y: Region,
        mean: Region,
        inv_std: Region,
        d_w: Region,
        d_b: Region,
    );

    /// `y = a + b`, `a - b` or `a * b`; `y` may be the same region as `a`, and `a` as `b`.
    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region);
    /// `y = scale * x + shift`; `x` and `y` may be the same region.
    fn affine(&mut self, g: &Affine, x: Region, y: Region);

    /// `y` = the values of `x`, one behind the other along the axis.
    fn concat(&mut self, g: &Concat, x: &[Region], y: Region);
    /// `y = x[start..end]` along the axis.
    fn slice(&mut self, g: &Slice, x: Region, y: Region);
    /// `d_x[start..end] = d_y`, 0 elsewhere.
    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region);
    /// `y` = `x` with its axes in another order.
    fn permute(&mut self, g: &Permute, x: Region, y: Region);
    /// `d_x` = `d_y` with its axes as they were.
    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region);

    /// `y` = sum, mean or maximum of `x` over the axes.
    fn reduce(&mut self, g: &Reduce, x: Region, y: Region);
    /// `d_x` = `d_y` or `d_y / n` for each element, or for the first that is the maximum; `x` and `y` are absent
    /// unless it is one.
    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region);
    /// `y` = `x`, repeated along its axes of size 1.
    fn expand(&mut self, g: &Expand, x: Region, y: Region);
    /// `d_x` = the sum of `d_y` over what was repeated.
    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region);

    /// `y = a b`; `a` and `b` may be the same region.
    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region);
    /// `d_a = d_y bᵀ`
    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region);
    /// `d_b = aᵀ d_y`
    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region);

    /// `y = w[x]`, a row for each integer.
    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region);
    /// `d_w[x] = Σ d_y`
    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region);

    /// Each pixel as a block.
    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region);
    /// `d_x` = the sum of `d_y` over each block.
    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region);

    /// An operation of the user's own: see [`custom`](crate::custom). Sums of gradients are added to.
    fn custom<K: crate::custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]);
}
