//! The calls of emitted code.

use nnplan::{
    Activation, Affine, BatchNorm, Binary, Concat, Conv2d, Dropout, Embedding, Expand, LayerNorm,
    Linear, MatMul, Permute, Pool2d, Reduce, Slice, Softmax, Upsample2d,
};

use super::access::View;
use super::kernels::linear;
use super::piece::TinyPiece;
use super::plan::Plan;
use crate::device::{Ops, Region};
use crate::kernels::activation;

impl<P: Plan, const B: usize> TinyPiece<'_, P, B> {
    /// An operand that may be absent.
    #[inline(always)]
    fn optional(&self, r: Region) -> Option<View> {
        if r.is_none() { None } else { Some(self.view(r)) }
    }
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
        unimplemented!()
    }
    #[inline(always)]
    fn copy(&mut self, len: &usize, x: Region, y: Region) {
        unimplemented!()
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
        unimplemented!()
    }
    #[inline(always)]
    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        unimplemented!()
    }
    #[inline(always)]
    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        unimplemented!()
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
    fn custom<K: crate::custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        unimplemented!()
    }
}
