//! The calls of emitted code.

use nnplan::{
    Activation, Affine, BatchNorm, Binary, BinaryFunction, Concat, Conv2d, Dropout, Embedding,
    Expand, LayerNorm, Linear, MatMul, Permute, Pool2d, Reduce, ReduceFunction, Slice, Softmax,
    Upsample2d,
};

use super::access::{View, fits};
use super::kernels::{binary, concat, embedding, expand, linear, matmul, permute, reduce, slice};
use super::piece::{TinyPiece, Write};
use super::plan::Plan;
use crate::custom::Kernel;
use crate::device::{Ops, Region, Space};
use crate::kernels::{activation, affine};

impl<P: Plan, const B: usize> TinyPiece<'_, P, B> {
    /// An operand that may be absent.
    #[inline(always)]
    fn optional(&self, r: Region) -> Option<View> {
        if r.is_none() { None } else { Some(self.view(r)) }
    }

    /// Value `i` of those that are put together, and its length: none of those behind the last.
    #[inline(always)]
    fn part(&self, g: &Concat, x: &[Region], i: usize) -> (View, usize) {
        let Some(x) = x.get(i) else { return (View::NONE, 0) };
        fits(x.len == g.inputs[i].len());
        (self.view(*x), x.len)
    }

    /// An operand of an operation of the user's own, of the piece's one sample, and its length: 0 where it is absent.
    #[inline(always)]
    fn numbers(&self, r: Region) -> (View, usize) {
        let (view, r) = (self.view(r), self.base.resolve(r));
        fits(r.space != Space::Integer);
        (view, r.len)
    }

    /// An operation of the user's own, on one sample. It adds to the gradients of its tensors, which begin at 0.
    #[inline(always)]
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
#[inline(always)]
fn fits_matmul(g: &MatMul, a: Region, b: Region, y: Region) {
    fits(a.len == g.batch * g.m * g.k && b.len == g.batch * g.k * g.n);
    fits(y.len == g.batch * g.m * g.n);
}

impl<P: Plan, const B: usize> Ops for TinyPiece<'_, P, B> {
    #[inline(always)]
    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region) {
        let (rows, bias) = (self.count * g.rows, self.optional(b));
        linear::linear(g, rows, self.view(x), self.view(w), bias, self.view(y));
    }
    #[inline(always)]
    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region) {
        let rows = self.count * g.rows;
        linear::linear_grad_input(g, rows, self.view(d_y), self.view(w), self.view(d_x));
    }
    #[inline(always)]
    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let (rows, write) = (self.count * g.rows, self.write(d_w));
        linear::linear_grad_weight(g, rows, self.view(x), self.view(d_y), write, self.view(d_w));
    }
    #[inline(always)]
    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let (rows, write) = (self.count * g.rows, self.write(d_b));
        linear::linear_grad_bias(g, rows, self.view(d_y), write, self.view(d_b));
    }
    #[inline(always)]
    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        let n = self.count * y.len;
        let (x, to) = (self.view(x), self.view(y));
        x.copy_to(to, n);
        // SAFETY: the piece has it for itself while the call runs.
        activation::activation(f, unsafe { to.slice_mut(n) });
    }
    #[inline(always)]
    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        let n = self.count * d_x.len;
        let (saved, d_y, d_x) = (self.view(saved), self.view(d_y), self.view(d_x));
        d_y.copy_to(d_x, n);
        // SAFETY: the plan keeps them apart, and the piece has them for itself while the call runs.
        activation::activation_grad(f, unsafe { saved.slice(n) }, unsafe { d_x.slice_mut(n) });
    }
    #[inline(always)]
    fn softmax(&mut self, g: &Softmax, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
    fn keep_gradient(&mut self, len: &usize, sum: Region, d: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn accumulate(&mut self, len: &usize, a: Region, b: Region, y: Region) {
        fits(a.len == *len && b.len == *len && y.len == *len);
        let n = self.count * len;
        binary::binary(BinaryFunction::Add, n, self.view(a), self.view(b), self.view(y));
    }
    #[inline(always)]
    fn copy(&mut self, len: &usize, x: Region, y: Region) {
        fits(x.len == *len && y.len == *len);
        self.view(x).copy_to(self.view(y), self.count * len);
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
    fn batch_norm_inference_grad(
        &mut self,
        g: &BatchNorm,
        d_y: Region,
        w: Region,
        running_variance: Region,
        d_x: Region,
    ) {
        unimplemented!()
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
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
        unimplemented!()
    }
    #[inline(always)]
    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region) {
        fits(a.len == y.len && b.len == y.len);
        let n = self.count * y.len;
        binary::binary(g.function, n, self.view(a), self.view(b), self.view(y));
    }
    #[inline(always)]
    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        fits(x.len == y.len);
        let n = self.count * y.len;
        let (x, y) = (self.view(x), self.view(y));
        x.copy_to(y, n);
        // SAFETY: the piece has it for itself while the call runs.
        affine::affine_assign(g, unsafe { y.slice_mut(n) });
    }
    #[inline(always)]
    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        fits(x.len() == g.count);
        // Each by its number, so that what is known of it is known here.
        let (a, b, c, d) =
            (self.part(g, x, 0), self.part(g, x, 1), self.part(g, x, 2), self.part(g, x, 3));
        let (e, f, h, i) =
            (self.part(g, x, 4), self.part(g, x, 5), self.part(g, x, 6), self.part(g, x, 7));
        fits(y.len == a.1 + b.1 + c.1 + d.1 + e.1 + f.1 + h.1 + i.1);
        let x = [a.0, b.0, c.0, d.0, e.0, f.0, h.0, i.0];
        concat::concat(g, self.count, &x, self.view(y));
    }
    #[inline(always)]
    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        fits(x.len == g.input.len() && y.len == g.outer * (g.end - g.start) * g.inner);
        slice::slice(g, self.count, self.view(x), self.view(y));
    }
    #[inline(always)]
    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        fits(d_x.len == g.input.len() && d_y.len == g.outer * (g.end - g.start) * g.inner);
        slice::slice_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[inline(always)]
    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        fits(x.len == g.input.len() && y.len == x.len);
        permute::permute(g, self.count, self.view(x), self.view(y));
    }
    #[inline(always)]
    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        fits(d_x.len == g.input.len() && d_y.len == d_x.len);
        permute::permute_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[inline(always)]
    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        fits(x.len == g.input.len() && x.len == y.len * g.count());
        reduce::reduce(g, self.count, self.view(x), self.view(y));
    }
    #[inline(always)]
    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        fits(d_x.len == g.input.len() && d_x.len == d_y.len * g.count());
        fits(g.function != ReduceFunction::Max || x.len == d_x.len && y.len == d_y.len);
        let (x, y) = (self.view(x), self.view(y));
        reduce::reduce_grad(g, self.count, x, y, self.view(d_y), self.view(d_x));
    }
    #[inline(always)]
    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        fits(x.len == g.input.len() && y.len == g.to.len());
        expand::expand(g, self.count, self.view(x), self.view(y));
    }
    #[inline(always)]
    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        fits(d_x.len == g.input.len() && d_y.len == g.to.len());
        expand::expand_grad(g, self.count, self.view(d_y), self.view(d_x));
    }
    #[inline(always)]
    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        fits_matmul(g, a, b, y);
        matmul::matmul(g, self.count, self.view(a), self.view(b), self.view(y));
    }
    #[inline(always)]
    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        fits_matmul(g, d_a, b, d_y);
        matmul::matmul_grad_left(g, self.count, self.view(d_y), self.view(b), self.view(d_a));
    }
    #[inline(always)]
    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        fits_matmul(g, a, d_b, d_y);
        matmul::matmul_grad_right(g, self.count, self.view(a), self.view(d_y), self.view(d_b));
    }
    #[inline(always)]
    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        fits(w.len == g.count * g.features && y.len == x.len * g.features);
        let n = self.count * x.len;
        embedding::embedding(g, n, self.integers(x), self.view(w), self.view(y));
    }
    #[inline(always)]
    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        fits(d_w.len == g.count * g.features && d_y.len == x.len * g.features);
        let (n, write) = (self.count * x.len, self.write(d_w));
        let (x, d_y, d_w) = (self.integers(x), self.view(d_y), self.view(d_w));
        embedding::embedding_grad_weight(g, n, x, d_y, write, d_w);
    }
    #[inline(always)]
    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn custom<K: Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        self.run_custom::<K>(reads, writes);
    }
}
