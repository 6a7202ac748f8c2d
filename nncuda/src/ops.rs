//! The operations, by the names that the compiler knows them under.

use core::cell::Cell;

use nncore::Error;
use nncore::custom;
use nncore::device::{Epilogue, Host, Inside, Ops, Region, Space};
use nncore::portable::{self, Access, Out};
use nnplan::{
    Activation, AdaptiveAvgPool2d, Affine, BatchNorm, Binary, Concat, Conv2d, Dropout, Embedding,
    Expand, Fill, LayerNorm, Linear, MatMul, Permute, Pool2d, Reduce, ReduceFunction, Slice,
    Softmax, Upsample2d,
};

use crate::device::Over;
use crate::kernels::channels::Channels;
use crate::kernels::gemv::MOST_ROWS;
use crate::kernels::{
    self, Write, activation, adaptive_avg_pool2d, affine, batch_norm, bias, binary, concat, conv2d,
    dropout, embedding, expand, fill, grouped, layer_norm, linear, matmul, permute, pool2d, pooled,
    reduce, slice, softmax, upsample2d,
};
use crate::piece::{CudaPiece, Product};

/// The name of a kernel of one geometry.
macro_rules! key {
    ($name:literal $(, $part:expr)*) => {
        format_args!(concat!($name $(, key!(@ $part))*) $(, $part)*)
    };
    (@ $part:expr) => { " {:?}" };
}

/// Numbers on the host that a portable kernel works on.
#[derive(Clone, Copy)]
pub struct OnHost<'a>(&'a [Cell<f32>]);

impl<'a> OnHost<'a> {
    fn of(values: &'a mut Vec<f32>) -> Self {
        Self(Cell::from_mut(values.as_mut_slice()).as_slice_of_cells())
    }
}

impl Access for OnHost<'_> {
    type Number = f32;

    fn get(self, i: usize) -> f32 {
        self.0[i].get()
    }

    fn set(self, i: usize, value: f32) {
        self.0[i].set(value);
    }
}

impl Host for CudaPiece<'_> {
    type Access<'v> = OnHost<'v>;

    /// The operands are copied to the host and back. A pass with such a call is not recorded.
    fn host<const R: usize, const W: usize>(
        &mut self,
        reads: [Region; R],
        writes: [Region; W],
        kernel: impl for<'v> FnOnce(usize, [OnHost<'v>; R], [Out<OnHost<'v>>; W]),
    ) {
        if self.fault.is_some() {
            return;
        }
        self.needs_the_host();
        let mut read = reads.map(|r| self.downloaded(r));
        let mut written = writes.map(|w| self.downloaded(w));
        let from = read.each_mut().map(OnHost::of);
        let mut places = written.each_mut().map(OnHost::of).into_iter().zip(writes);
        let to = core::array::from_fn(|_| {
            let (to, region) = places.next().expect("as many places as regions");
            let write = match self.write(region) {
                Write::Assign => portable::Write::Assign,
                Write::Add => portable::Write::Continue,
            };
            Out { to, write, is_there: self.is_there(region) }
        });
        drop(places);
        kernel(self.batch(), from, to);
        for (region, values) in writes.into_iter().zip(&written) {
            self.uploaded(region, values);
        }
    }
}

impl Ops for CudaPiece<'_> {
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        let outer = self.base;
        self.base = outer.inside(inside);
        f(self);
        self.base = outer;
    }

    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region) {
        self.linear_then(g, None, [x, w, b, y]);
    }

    fn linear_with(
        &mut self,
        g: &Linear,
        epilogue: &Epilogue,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        let fused = self.fused(epilogue, y);
        self.linear_then(g, fused, [x, w, b, y]);
        self.rest(epilogue, fused.is_some(), y);
    }

    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region) {
        let rows = self.batch() * g.rows;
        let sizes = [rows, g.in_features, g.out_features, 1];
        let make = |tile, sums| linear::linear_grad_input(g, tile, sums);
        let product = Product::plain([d_y, w], d_x, rows, sizes);
        self.product(key!("linear_grad_input", g), make, &product);
    }

    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let rows = self.batch() * g.rows;
        let sizes = [g.out_features, g.in_features, rows, 1];
        let make = |tile, write| linear::linear_grad_weight(g, tile, write);
        self.weight_gradient(key!("linear_grad_weight", g), make, [x, d_y], d_w, rows, sizes);
    }

    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let (write, rows) = (self.write(d_b), self.batch() * g.rows);
        let c = Channels { count: g.out_features, positions: 1 };
        // The rows are named for those who read a profile: the kernel takes their number.
        let key = format_args!("linear_grad_bias {c:?} rows: {} {write:?}", g.rows);
        let make = |stage| bias::grad_bias("linear_grad_bias", c, write, stage);
        self.channel_sums(key, make, [&[d_y], &[d_b]], c, rows, 1);
    }

    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        self.conv2d_then(g, None, [x, w, b, y]);
    }

    fn conv2d_with(
        &mut self,
        g: &Conv2d,
        epilogue: &Epilogue,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        if let Some(pool) = &epilogue.pool
            && pooled::is_product(g, &pool.0)
        {
            return self.conv2d_pooled(g, pool, epilogue.activation.as_ref(), [x, w, b, y]);
        }
        let fused = self.fused(epilogue, y);
        self.conv2d_then(g, fused, [x, w, b, y]);
        self.rest(epilogue, fused.is_some(), y);
    }

    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        if grouped::is_small(g, g.group_in()) {
            let (key, n) = (key!("conv2d_grouped_grad_input", g), self.batch() * d_x.len);
            return self.call(key, || grouped::conv2d_grad_input(g), [d_y, w, d_x], n);
        }
        let batch = self.batch();
        let depth = g.group_out() * g.vertical.kernel * g.horizontal.kernel;
        let sizes = [g.group_in(), batch * g.in_pixels(), depth, g.groups];
        let make = |tile, sums| conv2d::conv2d_grad_input(g, tile, sums);
        let product = Product::plain([d_y, w], d_x, batch, sizes);
        self.product(key!("conv2d_grad_input", g), make, &product);
    }

    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        if grouped::is_small(g, g.group_out()) {
            let (write, batch) = (self.write(d_w), self.batch());
            let key = key!("conv2d_grouped_grad_weight", g, write);
            let make = || grouped::conv2d_grad_weight(g, write);
            return self.call_of(key, make, [x, d_y, d_w], batch, d_w.len);
        }
        let batch = self.batch();
        let sizes = [g.group_out(), g.patch(), batch * g.out_pixels(), g.groups];
        let make = |tile, write| conv2d::conv2d_grad_weight(g, tile, write);
        self.weight_gradient(key!("conv2d_grad_weight", g), make, [x, d_y], d_w, batch, sizes);
    }

    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        let (write, batch) = (self.write(d_b), self.batch());
        let c = Channels { count: g.out_channels, positions: g.out_pixels() };
        let key = key!("conv2d_grad_bias", c, write);
        let make = |stage| bias::grad_bias("conv2d_grad_bias", c, write, stage);
        self.channel_sums(key, make, [&[d_y], &[d_b]], c, batch, 1);
    }

    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region) {
        self.max_pool2d_then(g, None, x, y, indices);
    }

    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        let key = key!("max_pool2d_grad", g);
        self.call(key, || pool2d::max_pool2d_grad(g), [d_y, indices, d_x], n);
    }

    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("avg_pool2d", g), || pool2d::avg_pool2d(g), [x, y], n);
    }

    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(key!("avg_pool2d_grad", g), || pool2d::avg_pool2d_grad(g), [d_y, d_x], n);
    }

    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("activation", f), || activation::activation(f), [x, y], n);
    }

    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        let key = key!("activation_grad", f);
        self.call(key, || activation::activation_grad(f), [saved, d_y, d_x], n);
    }

    fn softmax(&mut self, g: &Softmax, x: Region, y: Region) {
        let n = self.batch() * g.outer * g.inner;
        self.call(key!("softmax", g), || softmax::softmax(g), [x, y], n);
    }

    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region) {
        let n = self.batch() * g.outer * g.inner;
        self.call(key!("softmax_grad", g), || softmax::softmax_grad(g), [y, d_y, d_x], n);
    }

    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        let (n, len) = (self.batch() * dropout::blocks(y.len), y.len);
        // The same kernel serves every layer.
        let (layer, same) = (g.layer ^ self.base.key(), Dropout { layer: 0, ..*g });
        let number = self.number(n);
        let arguments = [self.at(x), self.state_arg(), self.at(y), crate::Arg::U32(layer), number];
        let make = || dropout::dropout(&same, len);
        self.launch(key!("dropout", same, len), make, &arguments, Over::Count(n));
    }

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
        let (batch, n) = (self.batch(), self.batch() * y.len);
        if batch * g.positions < 2 {
            self.fault.get_or_insert(Error::OneValuePerChannel);
            return;
        }
        let ends = [mean, inv_std, running_mean, running_variance];
        let (make, c) = (|stage| batch_norm::statistics(g, stage), batch_norm::channels(g));
        self.channel_sums(key!("batch_norm_statistics", g), make, [&[x], &ends], c, batch, 2);
        let regions = [x, w, b, mean, inv_std, y];
        self.call(key!("batch_norm_apply", g), || batch_norm::apply(g), regions, n);
    }

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
        let batch = self.batch();
        let regions: [&[Region]; 2] = [&[x, d_y, mean], &[inv_std, sum_w, sum_b]];
        let (make, c) = (|stage| batch_norm::grad_parameters(g, stage), batch_norm::channels(g));
        self.channel_sums(key!("batch_norm_grad_parameters", g), make, regions, c, batch, 2);
        if self.is_there(d_x) {
            let regions = [x, d_y, w, mean, inv_std, sum_w, sum_b, d_x];
            let make = || batch_norm::grad_input(g);
            self.call_of(key!("batch_norm_grad_input", g), make, regions, batch, batch * d_x.len);
        }
    }

    fn keep_gradient(&mut self, len: &usize, sum: Region, d: Region) {
        let write = self.write(d);
        self.call(key!("copy", write), || kernels::copy(write), [sum, d], *len);
    }

    fn accumulate(&mut self, _: &usize, a: Region, b: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("accumulate"), kernels::accumulate, [a, b, y], n);
    }

    fn copy(&mut self, _: &usize, x: Region, y: Region) {
        let n = self.batch() * y.len;
        let write = Write::Assign;
        self.call(key!("copy", write), || kernels::copy(write), [x, y], n);
    }

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
        let n = self.batch() * y.len;
        let regions = [x, w, b, running_mean, running_variance, y];
        self.call(key!("batch_norm_inference", g), || batch_norm::inference(g), regions, n);
    }

    fn batch_norm_inference_grad(
        &mut self,
        g: &BatchNorm,
        d_y: Region,
        w: Region,
        running_variance: Region,
        d_x: Region,
    ) {
        let n = self.batch() * d_x.len;
        let regions = [d_y, w, running_variance, d_x];
        let key = key!("batch_norm_inference_grad", g);
        self.call(key, || batch_norm::inference_grad(g), regions, n);
    }

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
        let (rows, keeps) = (self.batch() * g.rows, self.is_there(mean));
        let key = key!("layer_norm", g, keeps);
        let make = || layer_norm::layer_norm(g, keeps);
        match keeps {
            true => self.call(key, make, [x, w, b, y, mean, inv_std], rows),
            false => self.call(key, make, [x, w, b, y], rows),
        }
    }

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
        let rows = self.batch() * g.rows;
        let regions = [x, d_y, w, mean, inv_std, d_x];
        self.call(key!("layer_norm_grad_input", g), || layer_norm::grad_input(g), regions, rows);
    }

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
        let rows = self.batch() * g.rows;
        let [weight, bias] = [d_w, d_b].map(|d| (self.is_there(d)).then(|| self.write(d)));
        let key = key!("layer_norm_grad_parameters", g, weight, bias);
        let make = |stage| layer_norm::grad_parameters(g, weight, bias, stage);
        let c = Channels { count: g.features, positions: 1 };
        self.channel_sums(key, make, [&[x, d_y, mean, inv_std], &[d_w, d_b]], c, rows, 2);
    }

    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region) {
        let n = self.batch() * y.len;
        let f = g.function;
        self.call(key!("binary", f), || binary::binary(g), [a, b, y], n);
    }

    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        let n = self.batch() * y.len;
        let (scale, shift) = (g.scale, g.shift);
        self.call(key!("affine", scale, shift), || affine::affine(g), [x, y], n);
    }

    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        for (i, x) in x.iter().enumerate() {
            let n = self.batch() * x.len;
            self.call(key!("concat_part", g, i), || concat::concat_part(g, i), [*x, y], n);
        }
    }

    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        let n = self.batch() * y.len;
        if slice::is_step(g) {
            let (len, width) = (y.len, x.len);
            let (key, make) = (key!("slice_step", len, width), || slice::step(len, width));
            return self.call_of(key, make, [x, y], g.start * g.inner, n);
        }
        self.call(key!("slice", g), || slice::slice(g), [x, y], n);
    }

    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(key!("slice_grad", g), || slice::slice_grad(g), [d_y, d_x], n);
    }

    fn slice_put(&mut self, g: &Slice, x: Region, y: Region) {
        if !slice::is_step(g) {
            return self.host([x], [y], |samples, x, y| portable::slice_put(g, samples, x, y));
        }
        let (len, width, n) = (x.len, y.len, self.batch() * x.len);
        let (key, make) = (key!("slice_put", len, width), || slice::step_put(len, width));
        self.call_of(key, make, [x, y], g.start * g.inner, n);
    }

    fn fill(&mut self, g: &Fill, w: Region, y: Region) {
        let (len, n) = (y.len, self.batch() * y.len);
        if g.tensor {
            self.call(key!("fill", len), || fill::fill(len), [w, y], n);
        } else {
            self.call("zero", fill::zero, [y], n);
        }
    }

    fn fill_grad(&mut self, _: &Fill, d_y: Region, d_w: Region) {
        let (write, batch) = (self.write(d_w), self.batch());
        let c = Channels { count: d_w.len, positions: 1 };
        let make = |stage| bias::grad_bias("fill_grad", c, write, stage);
        self.channel_sums(key!("fill_grad", c, write), make, [&[d_y], &[d_w]], c, batch, 1);
    }

    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("permute", g), || permute::permute(g), [x, y], n);
    }

    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        self.permute(&g.inverse(), d_y, d_x);
    }

    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("reduce", g), || reduce::reduce(g), [x, y], n);
    }

    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        let (key, batch) = (key!("reduce_grad", g), self.batch());
        let make = || reduce::reduce_grad(g);
        match g.function {
            ReduceFunction::Max => self.call(key, make, [x, y, d_y, d_x], batch * d_y.len),
            _ => self.call(key, make, [d_y, d_x], batch * d_x.len),
        }
    }

    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("expand", g), || expand::expand(g), [x, y], n);
    }

    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(key!("expand_grad", g), || expand::expand_grad(g), [d_y, d_x], n);
    }

    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.m, g.n, g.k, products];
        let make = |tile, sums| matmul::matmul(g, tile, sums);
        let product = Product::plain([a, b], y, products, sizes);
        self.product(key!("matmul", g), make, &product);
    }

    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.m, g.k, g.n, products];
        let make = |tile, sums| matmul::matmul_grad_left(g, tile, sums);
        let product = Product::plain([d_y, b], d_a, products, sizes);
        self.product(key!("matmul_grad_left", g), make, &product);
    }

    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.k, g.n, g.m, products];
        let make = |tile, sums| matmul::matmul_grad_right(g, tile, sums);
        let product = Product::plain([a, d_y], d_b, products, sizes);
        self.product(key!("matmul_grad_right", g), make, &product);
    }

    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("embedding", g), || embedding::embedding(g), [x, w, y], n);
    }

    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        let (write, integers) = (self.write(d_w), self.batch() * x.len);
        let key = key!("embedding_grad_weight", g, write);
        let make = || embedding::embedding_grad_weight(g, write);
        self.call_of(key, make, [x, d_y, d_w], integers, d_w.len);
    }

    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(key!("upsample2d", g), || upsample2d::upsample2d(g), [x, y], n);
    }

    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(key!("upsample2d_grad", g), || upsample2d::upsample2d_grad(g), [d_y, d_x], n);
    }

    fn adaptive_avg_pool2d(&mut self, g: &AdaptiveAvgPool2d, x: Region, y: Region) {
        if !adaptive_avg_pool2d::fits(g) {
            return self.host([x], [y], |n, x, y| portable::adaptive_avg_pool2d(g, n, x, y));
        }
        let n = self.batch() * y.len;
        let make = || adaptive_avg_pool2d::adaptive_avg_pool2d(g);
        self.call(key!("adaptive_avg_pool2d", g), make, [x, y], n);
    }

    fn adaptive_avg_pool2d_grad(&mut self, g: &AdaptiveAvgPool2d, d_y: Region, d_x: Region) {
        if !adaptive_avg_pool2d::fits(g) {
            return self.host([d_y], [d_x], |n, d_y, d_x| {
                portable::adaptive_avg_pool2d_grad(g, n, d_y, d_x);
            });
        }
        let n = self.batch() * d_x.len;
        let make = || adaptive_avg_pool2d::adaptive_avg_pool2d_grad(g);
        self.call(key!("adaptive_avg_pool2d_grad", g), make, [d_y, d_x], n);
    }

    /// On the host: the operands are copied there and back.
    fn custom<K: custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        if self.fault.is_some() {
            return;
        }
        self.needs_the_host();
        let batch = self.batch();
        let values = reads.map(|r| self.downloaded(r));
        let [mut y, mut sums] = writes.map(|w| {
            // Sums begin at 0, or at what is there.
            let replaces = self.base.resolve(w).space == Space::Gradient;
            let mut there = self.downloaded(w);
            if replaces {
                there.fill(0.0);
            }
            there
        });
        let [a, b, c, d] = &values;
        K::run(batch, [a.as_slice(), b, c, d], [&mut y, &mut sums]);
        self.uploaded(writes[0], &y);
        self.uploaded(writes[1], &sums);
    }
}

impl CudaPiece<'_> {
    /// The activation that the product itself applies: one that follows at once, in place.
    fn fused<'e>(&self, epilogue: &'e Epilogue, y: Region) -> Option<&'e Activation> {
        match (&epilogue.pool, &epilogue.activation) {
            (None, Some((f, out))) if self.is_same(*out, y) => Some(f),
            _ => None,
        }
    }

    /// What follows a product whose activation is `done` or is not.
    fn rest(&mut self, epilogue: &Epilogue, done: bool, y: Region) {
        match (&epilogue.pool, &epilogue.activation) {
            (Some((g, pooled, indices)), Some((f, out))) if self.is_same(*out, *pooled) => {
                self.max_pool2d_then(g, Some(f), y, *pooled, *indices);
            }
            _ if done => {}
            _ => epilogue.run(self, y),
        }
    }

    fn is_same(&self, a: Region, b: Region) -> bool {
        self.base.resolve(a) == self.base.resolve(b)
    }

    fn linear_then(&mut self, g: &Linear, f: Option<&Activation>, regions: [Region; 4]) {
        let rows = self.batch() * g.rows;
        if rows <= MOST_ROWS {
            return self.few_rows(g, f, rows, &regions);
        }
        let [x, w, b, y] = regions;
        let layout = Channels { count: g.out_features, positions: 1 };
        let product = Product {
            reads: [x, w],
            bias: g.bias.then_some((b, layout)),
            activation: f,
            y,
            count: rows,
            sizes: [rows, g.out_features, g.in_features, 1],
        };
        let make = |tile, sums| linear::linear(g, tile, sums, f);
        self.product(key!("linear", g, f), make, &product);
    }

    fn conv2d_then(&mut self, g: &Conv2d, f: Option<&Activation>, regions: [Region; 4]) {
        let [x, w, b, y] = regions;
        if grouped::is_small(g, g.group_out()) {
            let (key, n) = (key!("conv2d_grouped", g, f), self.batch() * y.len);
            let make = || grouped::conv2d(g, f);
            return match g.bias {
                true => self.call(key, make, [x, w, b, y], n),
                false => self.call(key, make, [x, w, y], n),
            };
        }
        let batch = self.batch();
        let layout = Channels { count: g.out_channels, positions: g.out_pixels() };
        let product = Product {
            reads: [x, w],
            bias: g.bias.then_some((b, layout)),
            activation: f,
            y,
            count: batch,
            sizes: [g.group_out(), batch * g.out_pixels(), g.patch(), g.groups],
        };
        let make = |tile, sums| conv2d::conv2d(g, tile, sums, f);
        self.product(key!("conv2d", g, f), make, &product);
    }

    /// A convolution and its pool by one kernel, with the activation where that works in place. Nothing is written to `y`.
    fn conv2d_pooled(
        &mut self,
        g: &Conv2d,
        (pool, pooled, indices): &(Pool2d, Region, Region),
        activation: Option<&(Activation, Region)>,
        [x, w, b, y]: [Region; 4],
    ) {
        self.check_len(y); // it has at least the columns of the product
        let (batch, keeps) = (self.batch(), self.is_there(*indices));
        let (f, rest) = match activation {
            Some((f, out)) if self.is_same(*out, *pooled) => (Some(f), None),
            rest => (None, rest),
        };
        let make = |tile| pooled::conv2d_max_pool2d(g, pool, tile, keeps, f);
        let sizes = [g.group_out(), batch * pooled::columns(pool), g.groups];
        let operands = self.present(&[x, w, b, *pooled, *indices]);
        let key = key!("conv2d_max_pool2d", g, pool, keeps, f);
        self.tiles(key, make, operands, &[batch], sizes);
        if let Some((f, out)) = rest {
            self.activation(f, *pooled, *out);
        }
    }

    fn max_pool2d_then(
        &mut self,
        g: &Pool2d,
        f: Option<&Activation>,
        x: Region,
        y: Region,
        indices: Region,
    ) {
        let (n, keeps) = (self.batch() * y.len, self.is_there(indices));
        let key = key!("max_pool2d", g, keeps, f);
        let make = || pool2d::max_pool2d(g, keeps, f);
        match keeps {
            true => self.call(key, make, [x, y, indices], n),
            false => self.call(key, make, [x, y], n),
        }
    }
}
