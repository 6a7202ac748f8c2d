//! The calls of emitted code.

use nnplan::{
    Activation, Affine, BatchNorm, Binary, BinaryFunction, Concat, Conv2d, Dropout, Embedding,
    Expand, LayerNorm, Linear, MatMul, Permute, Pool2d, Reduce, ReduceFunction, Slice, Softmax,
    Upsample2d,
};

use super::access::{View, fits};
use super::kernels::{
    activation, add, binary, concat, conv2d, dropout, embedding, expand, linear, matmul, norm,
    permute, pool2d, reduce, slice, softmax, upsample2d,
};
use super::piece::{TinyPiece, Write};
use super::plan::Plan;
use crate::custom::Kernel;
use crate::device::{Host, Inside, Ops, Region, Type};
use crate::kernels::affine;
use crate::kernels::dropout::DropoutKey;
use crate::portable::Out;

impl<P: Plan, const B: usize> TinyPiece<'_, P, B> {
    /// An operand that may be absent.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn optional(&self, r: Region) -> Option<View> {
        if self.has(r) { Some(self.view(r)) } else { None }
    }

    /// The operands of a convolution have its sizes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fits_conv2d(&self, g: &Conv2d, x: Region, y: Region, w: Region) {
        let (v, h) = (&g.vertical, &g.horizontal);
        fits!(x.len == g.in_channels * v.input * h.input);
        fits!(y.len == g.out_channels * v.output * h.output);
        fits!(w.len == g.out_channels * g.group_in() * v.kernel * h.kernel);
    }

    /// The values of a pool have its sizes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fits_pool2d(&self, g: &Pool2d, x: Region, y: Region) {
        fits!(x.len == g.channels * g.vertical.input * g.horizontal.input);
        fits!(y.len == g.channels * g.vertical.output * g.horizontal.output);
    }

    /// The values of an upsampling have its sizes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fits_upsample2d(&self, g: &Upsample2d, x: Region, y: Region) {
        fits!(x.len == g.input.dim(0) * g.input.dim(1) * g.input.dim(2));
        fits!(y.len == g.scale[0] * g.scale[1] * x.len);
    }

    /// The operands of a layer norm have its sizes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fits_layer_norm(&self, g: &LayerNorm, x: Region, y: Region, mean: Region, inv_std: Region) {
        fits!(x.len == g.rows * g.features && y.len == x.len);
        fits!(mean.len == g.rows && inv_std.len == g.rows);
    }

    /// Value `i` of those that are put together, and its length: none of those after the last.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn part(&self, g: &Concat, x: &[Region], i: usize) -> (View, usize) {
        let Some(x) = x.get(i) else { return (View::NONE, 0) };
        fits!(x.len == g.inputs[i].len());
        (self.view(*x), x.len)
    }

    /// An operand of an operation of the user's own, of the piece's one sample, and its length: 0 where it is absent.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn numbers(&self, r: Region) -> (View, usize) {
        fits!(r.element == Type::Real);
        let len = if self.has(r) { r.len } else { 0 };
        (self.view(r), len)
    }

    /// An operation of the user's own, on one sample. It adds to the gradients of its tensors, which begin at 0.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn run_custom<K: Kernel>(&self, [a, b, c, d]: [Region; 4], [y, d_w]: [Region; 2]) {
        debug_assert!(self.count == 1, "it runs sample by sample");
        let write = self.write(d_w);
        let (a, b, c, d) = (self.numbers(a), self.numbers(b), self.numbers(c), self.numbers(d));
        let (y, d_w) = (self.numbers(y), self.numbers(d_w));
        // SAFETY: the plan keeps what a call writes apart from its other operands, and from a piece's own memory, in
        // which nothing else lies in such a segment; the piece has all of it for itself while the call runs.
        unsafe {
            let reads = [a.0.slice(a.1), b.0.slice(b.1), c.0.slice(c.1), d.0.slice(d.1)];
            let (y, d_w) = (y.0.slice_mut(y.1), d_w.0.slice_mut(d_w.1));
            if write == Write::Continue {
                return K::run(1, reads, [y, d_w]);
            }
            let sums = self.own(d_w.len()).slice_mut(d_w.len());
            sums.fill(0.0);
            K::run(1, reads, [y, sums]);
            for (d, sum) in d_w.iter_mut().zip(sums) {
                *d = if write == Write::Add { *d + *sum } else { *sum };
            }
        }
    }
}

/// The operands of a `matmul`, or of one of its gradients, have the sizes that it says.
#[cfg_attr(not(debug_assertions), inline(always))]
fn fits_matmul(g: &MatMul, a: Region, b: Region, y: Region) {
    fits!(a.len == g.batch * g.m * g.k && b.len == g.batch * g.k * g.n);
    fits!(y.len == g.batch * g.m * g.n);
}

impl<P: Plan, const B: usize> Host for TinyPiece<'_, P, B> {
    type Access<'v> = View;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn host<const R: usize, const W: usize>(
        &mut self,
        _: &'static str,
        reads: [Region; R],
        writes: [Region; W],
        kernel: impl FnOnce(usize, [View; R], [Out<View>; W]),
    ) {
        let view = |r: Region| if self.has(r) { self.view(r) } else { View::NONE };
        let out = |r: Region| Out { to: view(r), write: self.write(r), is_there: self.has(r) };
        kernel(self.count, reads.map(view), writes.map(out));
    }
}

impl<P: Plan, const B: usize> Ops for TinyPiece<'_, P, B> {
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        self.run_within(inside, f);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region) {
        let (rows, bias) = (self.count * g.rows, self.optional(b));
        linear::linear(g, rows, self.view(x), self.view(w), bias, self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region) {
        let rows = self.count * g.rows;
        linear::linear_grad_input(g, rows, self.view(d_y), self.view(w), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let (rows, write) = (self.count * g.rows, self.write(d_w));
        linear::linear_grad_weight(g, rows, self.view(x), self.view(d_y), write, self.view(d_w));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let (rows, write) = (self.count * g.rows, self.write(d_b));
        linear::linear_grad_bias(g, rows, self.view(d_y), write, self.view(d_b));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        self.fits_conv2d(g, x, y, w);
        fits!(b.is_none() || b.len == g.out_channels);
        let bias = self.optional(b);
        conv2d::conv2d(g, self.count, self.view(x), self.view(w), bias, self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        self.fits_conv2d(g, d_x, d_y, w);
        conv2d::conv2d_grad_input(g, self.count, self.view(d_y), self.view(w), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        self.fits_conv2d(g, x, d_y, d_w);
        let (x, d_y, write) = (self.view(x), self.view(d_y), self.write(d_w));
        conv2d::conv2d_grad_weight(g, self.count, x, d_y, write, self.view(d_w));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        let pixels = g.vertical.output * g.horizontal.output;
        fits!(d_y.len == g.out_channels * pixels && d_b.len == g.out_channels);
        let write = self.write(d_b);
        conv2d::conv2d_grad_bias(g, self.count, self.view(d_y), write, self.view(d_b));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region) {
        self.fits_pool2d(g, x, y);
        fits!(indices.is_none() || indices.len == y.len * g.index_bytes());
        let bytes = if indices.is_none() { None } else { Some(self.index(indices)) };
        pool2d::max_pool2d(g, self.count, self.view(x), self.view(y), bytes);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region) {
        self.fits_pool2d(g, d_x, d_y);
        fits!(indices.len == d_y.len * g.index_bytes());
        let bytes = self.index(indices);
        pool2d::max_pool2d_grad(g, self.count, self.view(d_y), bytes, self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region) {
        self.fits_pool2d(g, x, y);
        pool2d::avg_pool2d(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        self.fits_pool2d(g, d_x, d_y);
        pool2d::avg_pool2d_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        let n = self.count * y.len;
        let (x, to) = (self.view(x), self.view(y));
        x.copy_to(to, n);
        // SAFETY: the piece has it for itself while the call runs.
        activation::activation(f, unsafe { to.slice_mut(n) });
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        let n = self.count * d_x.len;
        let (saved, d_y, d_x) = (self.view(saved), self.view(d_y), self.view(d_x));
        d_y.copy_to(d_x, n);
        // SAFETY: the plan keeps them apart, and the piece has them for itself while the call runs.
        activation::activation_grad(f, unsafe { saved.slice(n) }, unsafe { d_x.slice_mut(n) });
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn softmax(&mut self, g: &Softmax, x: Region, y: Region) {
        fits!(x.len == g.outer * g.classes * g.inner && y.len == x.len);
        softmax::softmax(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region) {
        fits!(y.len == g.outer * g.classes * g.inner && d_y.len == y.len && d_x.len == y.len);
        softmax::softmax_grad(g, self.count, self.view(y), self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        fits!(x.len == y.len);
        let key = DropoutKey { seed: self.state.seed, step: self.state.step };
        let g = &Dropout { layer: g.layer ^ self.base.key(), ..*g };
        let data = self.view(y);
        self.view(x).copy_to(data, self.count * y.len);
        dropout::dropout(g, key, self.first, self.count, y.len, data);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
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
    ) {
        let n = g.channels;
        fits!(x.len == n * g.positions && y.len == x.len && w.len == n && b.len == n);
        fits!(mean.len == n && inv_std.len == n);
        fits!(running_mean.len == n && running_variance.len == n);
        if self.count * g.positions < 2 {
            self.fault = true;
            return;
        }
        let views = &norm::BatchNormViews {
            x: self.view(x),
            w: self.view(w),
            b: self.view(b),
            y: self.view(y),
            mean: self.view(mean),
            inv_std: self.view(inv_std),
            running_mean: self.view(running_mean),
            running_variance: self.view(running_variance),
        };
        norm::batch_norm(g, self.count, views);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
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
    ) {
        let n = g.channels;
        fits!(x.len == n * g.positions && d_y.len == x.len && w.len == n);
        fits!(mean.len == n && inv_std.len == n && sum_w.len == n && sum_b.len == n);
        fits!(d_x.is_none() || d_x.len == x.len);
        let statistics = [self.view(mean), self.view(inv_std)];
        let (d_x, sums) = (self.optional(d_x), [self.view(sum_w), self.view(sum_b)]);
        let (x, d_y, w) = (self.view(x), self.view(d_y), self.view(w));
        norm::batch_norm_grad(g, self.count, x, d_y, w, statistics, d_x, sums);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn keep_gradient(&mut self, _: &usize, sum: Region, d: Region) {
        fits!(sum.len == d.len);
        let write = self.write(d);
        add(d.len, self.view(sum), write, self.view(d));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn accumulate(&mut self, len: &usize, a: Region, b: Region, y: Region) {
        fits!(a.len == *len && b.len == *len && y.len == *len);
        let n = self.count * len;
        binary::binary(BinaryFunction::Add, n, self.view(a), self.view(b), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn copy(&mut self, len: &usize, x: Region, y: Region) {
        fits!(x.len == *len && y.len == *len);
        self.view(x).copy_to(self.view(y), self.count * len);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn batch_norm_inference(
        &mut self,
        g: &BatchNorm,
        x: Region,
        w: Region,
        b: Region,
        running_mean: Region,
        running_variance: Region,
        y: Region,
    ) {
        let n = g.channels;
        fits!(x.len == n * g.positions && y.len == x.len && w.len == n && b.len == n);
        fits!(running_mean.len == n && running_variance.len == n);
        let (tensors, y) = ([self.view(w), self.view(b)], self.view(y));
        let running = [self.view(running_mean), self.view(running_variance)];
        norm::batch_norm_inference(g, self.count, self.view(x), tensors, running, y);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn batch_norm_inference_grad(
        &mut self,
        g: &BatchNorm,
        d_y: Region,
        w: Region,
        running_variance: Region,
        d_x: Region,
    ) {
        let n = g.channels;
        fits!(d_y.len == n * g.positions && d_x.len == d_y.len);
        fits!(w.len == n && running_variance.len == n);
        let (d_y, w, d_x) = (self.view(d_y), self.view(w), self.view(d_x));
        let variance = self.view(running_variance);
        norm::batch_norm_inference_grad(g, self.count, d_y, w, variance, d_x);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn layer_norm(
        &mut self,
        g: &LayerNorm,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
        mean: Region,
        inv_std: Region,
    ) {
        self.fits_layer_norm(g, x, y, mean, inv_std);
        fits!(w.len == g.features && b.len == g.features);
        let (tensors, kept) = ([self.view(w), self.view(b)], [self.view(mean), self.view(inv_std)]);
        norm::layer_norm(g, self.count, self.view(x), tensors, self.view(y), kept);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn layer_norm_grad_input(
        &mut self,
        g: &LayerNorm,
        x: Region,
        d_y: Region,
        w: Region,
        mean: Region,
        inv_std: Region,
        d_x: Region,
    ) {
        self.fits_layer_norm(g, x, d_y, mean, inv_std);
        fits!(w.len == g.features && d_x.len == x.len);
        let (x, d_y, w, d_x) = (self.view(x), self.view(d_y), self.view(w), self.view(d_x));
        let kept = [self.view(mean), self.view(inv_std)];
        norm::layer_norm_grad_input(g, self.count, x, d_y, w, kept, d_x);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn layer_norm_grad_parameters(
        &mut self,
        g: &LayerNorm,
        x: Region,
        d_y: Region,
        mean: Region,
        inv_std: Region,
        d_w: Region,
        d_b: Region,
    ) {
        self.fits_layer_norm(g, x, d_y, mean, inv_std);
        fits!((d_w.is_none() || d_w.len == g.features) && (d_b.is_none() || d_b.len == g.features));
        let (x, d_y) = (self.view(x), self.view(d_y));
        let kept = [self.view(mean), self.view(inv_std)];
        let gradients =
            [(self.optional(d_w), self.write(d_w)), (self.optional(d_b), self.write(d_b))];
        norm::layer_norm_grad_parameters(g, self.count, x, d_y, kept, gradients);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region) {
        fits!(a.len == y.len && b.len == y.len);
        let n = self.count * y.len;
        binary::binary(g.function, n, self.view(a), self.view(b), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        fits!(x.len == y.len);
        let n = self.count * y.len;
        let (x, y) = (self.view(x), self.view(y));
        x.copy_to(y, n);
        // SAFETY: the piece has it for itself while the call runs.
        affine::affine_assign(g, unsafe { y.slice_mut(n) });
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        fits!(x.len() == g.count);
        // Each by its number, so that what is known of it is known here.
        let (a, b, c, d) =
            (self.part(g, x, 0), self.part(g, x, 1), self.part(g, x, 2), self.part(g, x, 3));
        let (e, f, h, i) =
            (self.part(g, x, 4), self.part(g, x, 5), self.part(g, x, 6), self.part(g, x, 7));
        fits!(y.len == a.1 + b.1 + c.1 + d.1 + e.1 + f.1 + h.1 + i.1);
        let x = [a.0, b.0, c.0, d.0, e.0, f.0, h.0, i.0];
        concat::concat(g, self.count, &x, self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        fits!(x.len == g.input.len() && y.len == g.outer * (g.end - g.start) * g.inner);
        slice::slice(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        fits!(d_x.len == g.input.len() && d_y.len == g.outer * (g.end - g.start) * g.inner);
        slice::slice_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        fits!(x.len == g.input.len() && y.len == x.len);
        permute::permute(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        fits!(d_x.len == g.input.len() && d_y.len == d_x.len);
        permute::permute_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        fits!(x.len == g.input.len() && x.len == y.len * g.count());
        reduce::reduce(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        fits!(d_x.len == g.input.len() && d_x.len == d_y.len * g.count());
        fits!(g.function != ReduceFunction::Max || x.len == d_x.len && y.len == d_y.len);
        let (x, y) = (self.view(x), self.view(y));
        reduce::reduce_grad(g, self.count, x, y, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        fits!(x.len == g.input.len() && y.len == g.to.len());
        expand::expand(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        fits!(d_x.len == g.input.len() && d_y.len == g.to.len());
        expand::expand_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        fits_matmul(g, a, b, y);
        matmul::matmul(g, self.count, self.view(a), self.view(b), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        fits_matmul(g, d_a, b, d_y);
        matmul::matmul_grad_left(g, self.count, self.view(d_y), self.view(b), self.view(d_a));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        fits_matmul(g, a, d_b, d_y);
        matmul::matmul_grad_right(g, self.count, self.view(a), self.view(d_y), self.view(d_b));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        fits!(w.len == g.count * g.features && y.len == x.len * g.features);
        let n = self.count * x.len;
        embedding::embedding(g, n, self.integers(x), self.view(w), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        fits!(d_w.len == g.count * g.features && d_y.len == x.len * g.features);
        let (n, write) = (self.count * x.len, self.write(d_w));
        let (x, d_y, d_w) = (self.integers(x), self.view(d_y), self.view(d_w));
        embedding::embedding_grad_weight(g, n, x, d_y, write, d_w);
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region) {
        self.fits_upsample2d(g, x, y);
        upsample2d::upsample2d(g, self.count, self.view(x), self.view(y));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region) {
        self.fits_upsample2d(g, d_x, d_y);
        upsample2d::upsample2d_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn custom<K: Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        self.run_custom::<K>(reads, writes);
    }
}
