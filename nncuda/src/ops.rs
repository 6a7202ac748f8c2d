//! The operations, by the names that the compiler knows them under.

use nncore::Error;
use nncore::custom;
use nncore::device::{Epilogue, Host, Inside, Ops, Region, Space};
use nncore::portable;
use nnplan::{
    Activation, AdaptiveAvgPool2d, Affine, BatchNorm, Binary, Concat, Conv2d, Dropout, Embedding,
    Expand, Fill, LayerNorm, Linear, MatMul, Permute, Pool2d, Reduce, ReduceFunction, Slice,
    Softmax, Upsample2d,
};

use crate::device::Over;
use crate::kernels::channels::Channels;
use crate::kernels::key::{Bias, Columns, KernelKey as Key, Real};
use crate::kernels::{
    Write, adaptive_avg_pool2d, dropout, expand, grouped, pool2d, pooled, reduce, slice,
};
use crate::piece::{CudaPiece, Product};

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
        epilogue: &Epilogue<'_>,
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
        let features = g.into();
        let product = Product::plain([d_y, w], d_x, rows, sizes);
        self.product(|tile, sums| Key::LinearGradInput { features, tile, sums }, &product);
    }

    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let rows = self.batch() * g.rows;
        let sizes = [g.out_features, g.in_features, rows, 1];
        let features = g.into();
        let key = |tile, write| Key::LinearGradWeight { features, tile, write };
        self.weight_gradient(key, [x, d_y], d_w, rows, sizes);
    }

    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let channels = Channels { count: g.out_features, positions: 1 };
        self.bias_gradient(Bias::Linear, channels, d_y, d_b, self.batch() * g.rows);
    }

    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        self.conv2d_then(g, None, [x, w, b, y]);
    }

    fn conv2d_with(
        &mut self,
        g: &Conv2d,
        epilogue: &Epilogue<'_>,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        if epilogue.norm.is_none()
            && let Some(pool) = &epilogue.pool
            && pooled::is_product(g, pool.0)
        {
            return self.conv2d_pooled(g, pool, epilogue.activation.as_ref(), [x, w, b, y]);
        }
        let fused = self.fused(epilogue, y);
        self.conv2d_then(g, fused, [x, w, b, y]);
        self.rest(epilogue, fused.is_some(), y);
    }

    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        if grouped::is_small(g, g.group_in()) {
            let key = Key::Conv2dGroupedGradInput { conv: g.into() };
            return self.call(key, [d_y, w, d_x], self.batch() * d_x.len);
        }
        let batch = self.batch();
        let depth = g.group_out() * g.vertical.kernel * g.horizontal.kernel;
        let sizes = [g.group_in(), batch * g.in_pixels(), depth, g.groups];
        let conv = g.into();
        let product = Product::plain([d_y, w], d_x, batch, sizes);
        self.product(|tile, sums| Key::Conv2dGradInput { conv, tile, sums }, &product);
    }

    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        if grouped::is_small(g, g.group_out()) {
            let write = self.write(d_w);
            let key = Key::Conv2dGroupedGradWeight { conv: g.into(), write };
            return self.call_of(key, [x, d_y, d_w], self.batch(), d_w.len);
        }
        let batch = self.batch();
        let sizes = [g.group_out(), g.patch(), batch * g.out_pixels(), g.groups];
        let conv = g.into();
        let key = |tile, write| Key::Conv2dGradWeight { conv, tile, write };
        self.weight_gradient(key, [x, d_y], d_w, batch, sizes);
    }

    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        let channels = Channels { count: g.out_channels, positions: g.out_pixels() };
        self.bias_gradient(Bias::Conv2d, channels, d_y, d_b, self.batch());
    }

    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region) {
        self.max_pool2d_then(g, None, x, y, indices);
    }

    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        let key = Key::MaxPool2dGrad { pool: g.into(), is_pairs: pool2d::is_pairs(g) };
        self.call(key, [d_y, indices, d_x], n);
    }

    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region) {
        let n = self.batch() * y.len;
        let key = Key::AvgPool2d { pool: g.into(), by_all: pool2d::is_by_all(g) };
        self.call(key, [x, y], n);
    }

    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        let (by_all, is_pairs) = (pool2d::is_by_all(g), pool2d::is_pairs(g));
        self.call(Key::AvgPool2dGrad { pool: g.into(), by_all, is_pairs }, [d_y, d_x], n);
    }

    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Activation { function: f.into() }, [x, y], n);
    }

    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(Key::ActivationGrad { function: f.into() }, [saved, d_y, d_x], n);
    }

    fn softmax(&mut self, g: &Softmax, x: Region, y: Region) {
        let n = self.batch() * g.outer * g.inner;
        self.call(Key::Softmax { classes: g.into() }, [x, y], n);
    }

    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region) {
        let n = self.batch() * g.outer * g.inner;
        self.call(Key::SoftmaxGrad { classes: g.into() }, [y, d_y, d_x], n);
    }

    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        let (n, len) = (self.batch() * dropout::blocks(y.len), y.len);
        // The same kernel serves every layer.
        let layer = g.layer ^ self.base.key();
        let number = self.number(n);
        let arguments = [self.at(x), self.state_arg(), self.at(y), crate::Arg::U32(layer), number];
        self.launch(Key::Dropout { p: Real::of(g.p), len }, &arguments, Over::count(n));
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
        let (channels, eps, momentum) = (g.into(), Real::of(g.eps), Real::of(g.momentum));
        let key = |stage| Key::BatchNormStatistics { channels, eps, momentum, stage };
        self.channel_sums(key, [&[x], &ends], channels, batch, 2);
        self.call(Key::BatchNormApply { channels }, [x, w, b, mean, inv_std, y], n);
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
        let channels = g.into();
        let key = |stage| Key::BatchNormGradParameters { channels, stage };
        self.channel_sums(key, regions, channels, batch, 2);
        if self.is_there(d_x) {
            let regions = [x, d_y, w, mean, inv_std, sum_w, sum_b, d_x];
            let key = Key::BatchNormGradInput { channels };
            self.call_of(key, regions, batch, batch * d_x.len);
        }
    }

    fn keep_gradient(&mut self, len: &usize, sum: Region, d: Region) {
        let write = self.write(d);
        self.call(Key::Copy { write }, [sum, d], *len);
    }

    fn accumulate(&mut self, _: &usize, a: Region, b: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Accumulate {}, [a, b, y], n);
    }

    fn copy(&mut self, _: &usize, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Copy { write: Write::Assign }, [x, y], n);
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
        let key = Key::BatchNormInference { channels: g.into(), eps: Real::of(g.eps) };
        self.call(key, regions, n);
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
        let key = Key::BatchNormInferenceGrad { channels: g.into(), eps: Real::of(g.eps) };
        self.call(key, regions, n);
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
        let key = Key::LayerNorm { features: g.features, eps: Real::of(g.eps), keeps };
        match keeps {
            true => self.call(key, [x, w, b, y, mean, inv_std], rows),
            false => self.call(key, [x, w, b, y], rows),
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
        self.call(Key::LayerNormGradInput { features: g.features }, regions, rows);
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
        let features = g.features;
        let key = |stage| Key::LayerNormGradParameters { features, weight, bias, stage };
        let c = Channels { count: features, positions: 1 };
        self.channel_sums(key, [&[x, d_y, mean, inv_std], &[d_w, d_b]], c, rows, 2);
    }

    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Binary { function: g.function }, [a, b, y], n);
    }

    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        let n = self.batch() * y.len;
        let (scale, shift) = (Real::of(g.scale), Real::of(g.shift));
        self.call(Key::Affine { scale, shift }, [x, y], n);
    }

    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        for (i, x) in x.iter().enumerate() {
            let n = self.batch() * x.len;
            self.call(Key::ConcatPart { columns: Columns::of_part(g, i) }, [*x, y], n);
        }
    }

    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        let n = self.batch() * y.len;
        if slice::is_step(g) {
            let key = Key::SliceStep { len: y.len, width: x.len };
            return self.call_of(key, [x, y], g.start * g.inner, n);
        }
        self.call(Key::Slice { columns: g.into() }, [x, y], n);
    }

    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(Key::SliceGrad { columns: g.into() }, [d_y, d_x], n);
    }

    fn slice_put(&mut self, g: &Slice, x: Region, y: Region) {
        if !slice::is_step(g) {
            return self.host("slice_put", [x], [y], |samples, x, y| {
                portable::slice_put(g, samples, x, y);
            });
        }
        let key = Key::SlicePut { len: x.len, width: y.len };
        self.call_of(key, [x, y], g.start * g.inner, self.batch() * x.len);
    }

    fn fill(&mut self, g: &Fill, w: Region, y: Region) {
        let (len, n) = (y.len, self.batch() * y.len);
        if g.tensor {
            self.call(Key::Fill { len }, [w, y], n);
        } else {
            self.call(Key::Zero {}, [y], n);
        }
    }

    fn fill_grad(&mut self, _: &Fill, d_y: Region, d_w: Region) {
        let channels = Channels { count: d_w.len, positions: 1 };
        self.bias_gradient(Bias::Fill, channels, d_y, d_w, self.batch());
    }

    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Permute { permutation: g.into() }, [x, y], n);
    }

    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        self.permute(&g.inverse(), d_y, d_x);
    }

    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        let n = self.batch() * y.len;
        let (function, groups) = (g.function, reduce::groups(g));
        self.call(Key::Reduce { function, groups }, [x, y], n);
    }

    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        let (function, groups, batch) = (g.function, reduce::groups(g), self.batch());
        let key = Key::ReduceGrad { function, groups };
        match function {
            ReduceFunction::Max => self.call(key, [x, y, d_y, d_x], batch * d_y.len),
            _ => self.call(key, [d_y, d_x], batch * d_x.len),
        }
    }

    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Expand { groups: expand::groups(g) }, [x, y], n);
    }

    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(Key::ExpandGrad { groups: expand::groups(g) }, [d_y, d_x], n);
    }

    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.m, g.n, g.k, products];
        let matrices = g.into();
        let product = Product::plain([a, b], y, products, sizes);
        self.product(|tile, sums| Key::MatMul { matrices, tile, sums }, &product);
    }

    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.m, g.k, g.n, products];
        let matrices = g.into();
        let product = Product::plain([d_y, b], d_a, products, sizes);
        self.product(|tile, sums| Key::MatMulGradLeft { matrices, tile, sums }, &product);
    }

    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        let products = self.batch() * g.batch;
        let sizes = [g.k, g.n, g.m, products];
        let matrices = g.into();
        let product = Product::plain([a, d_y], d_b, products, sizes);
        self.product(|tile, sums| Key::MatMulGradRight { matrices, tile, sums }, &product);
    }

    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Embedding { table: g.into() }, [x, w, y], n);
    }

    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        let (write, integers) = (self.write(d_w), self.batch() * x.len);
        let key = Key::EmbeddingGradWeight { table: g.into(), write };
        self.call_of(key, [x, d_y, d_w], integers, d_w.len);
    }

    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region) {
        let n = self.batch() * y.len;
        self.call(Key::Upsample2d { scale: g.into() }, [x, y], n);
    }

    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region) {
        let n = self.batch() * d_x.len;
        self.call(Key::Upsample2dGrad { scale: g.into() }, [d_y, d_x], n);
    }

    fn adaptive_avg_pool2d(&mut self, g: &AdaptiveAvgPool2d, x: Region, y: Region) {
        if !adaptive_avg_pool2d::fits(g) {
            return self.host("adaptive_avg_pool2d", [x], [y], |n, x, y| {
                portable::adaptive_avg_pool2d(g, n, x, y);
            });
        }
        let n = self.batch() * y.len;
        self.call(Key::AdaptiveAvgPool2d { sizes: g.into() }, [x, y], n);
    }

    fn adaptive_avg_pool2d_grad(&mut self, g: &AdaptiveAvgPool2d, d_y: Region, d_x: Region) {
        if !adaptive_avg_pool2d::fits(g) {
            return self.host("adaptive_avg_pool2d_grad", [d_y], [d_x], |n, d_y, d_x| {
                portable::adaptive_avg_pool2d_grad(g, n, d_y, d_x);
            });
        }
        let n = self.batch() * d_x.len;
        self.call(Key::AdaptiveAvgPool2dGrad { sizes: g.into() }, [d_y, d_x], n);
    }

    /// On the host: the operands are copied there and back.
    fn custom<K: custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        let Some(call) = self.on_host("custom") else { return };
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
        self.end_on_host(call);
    }
}
