//! The calls of emitted code on a piece: operands become slices, then a kernel runs.
//!
//! Compiled for one element type at a time (`single.rs`, `double.rs`), not generic: so the kernels
//! are compiled in this crate, once, at its optimisation, and not in each program that uses them. Activations
//! are chosen in emitted code (`activations.rs`), where they are constants, so that a program holds those it uses.

use core::sync::atomic::Ordering;

use nnplan::{
    Activation, Affine, BatchNorm, Binary, CONCAT_MAX, Concat, Conv2d, Dropout, Embedding, Expand,
    LayerNorm, Linear, MatMul, Permute, Pool2d, Reduce, ReduceFunction, Slice, Softmax, Upsample2d,
};

use super::T;
use crate::cpu::buffer::{Checked, Raw};
use crate::cpu::piece::{CHANNELS, CpuPiece, ELEMENTS, TABLE};
use crate::device::{Epilogue, Host, Inside, Ops, Region};
use crate::element::Element;
use crate::kernels::dropout::DropoutKey;
use crate::kernels::{
    Write, affine, binary, concat, conv2d, dropout, embedding, expand, linear, matmul, norm,
    permute, pool2d, reduce, slice, softmax, upsample2d,
};
use crate::portable::{self, Out};

/// `None` for an absent operand.
pub(super) fn optional<X>(region: Region, slice: &[X]) -> Option<&[X]> {
    (!region.is_none()).then_some(slice)
}

impl Host for CpuPiece<'_, T> {
    type Access<'v> = Checked<T>;

    fn host<const R: usize, const W: usize>(
        &mut self,
        _: &'static str,
        reads: [Region; R],
        writes: [Region; W],
        kernel: impl FnOnce(usize, [Checked<T>; R], [Out<Checked<T>>; W]),
    ) {
        let out = |(region, to): (Region, Checked<T>)| Out {
            to,
            write: match self.write(region) {
                Write::Assign => portable::Sums::Replace,
                // A piece adds to what the pieces before it left.
                Write::Add => portable::Sums::Continue,
            },
            is_there: !self.base.resolve(region).is_none(),
            len: region.len,
        };
        let (from, to) = self.checked(reads, writes);
        let mut all = writes.into_iter().zip(to);
        let to = core::array::from_fn(|_| out(all.next().expect("as many views as regions")));
        kernel(self.count, from, to);
    }
}

impl Ops for CpuPiece<'_, T> {
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        let outer = self.base;
        self.base = outer.inside(inside);
        f(self);
        self.base = outer;
    }

    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region) {
        let ([xs, ws, bs], [ys]) = self.operands([x, w, b], [y]);
        linear::linear(self.exec, g, self.count, xs, ws, optional(b, bs), ys);
    }

    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region) {
        let ([d_y, w], [d_x]) = self.operands([d_y, w], [d_x]);
        linear::linear_grad_input(self.exec, g, self.count, d_y, w, d_x);
    }

    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let write = self.write(d_w);
        let ([x, d_y], [d_w]) = self.operands([x, d_y], [d_w]);
        linear::linear_grad_weight(self.exec, g, self.count, x, d_y, write, d_w);
    }

    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let write = self.write(d_b);
        let ([d_y], [d_b]) = self.operands([d_y], [d_b]);
        linear::linear_grad_bias(self.exec, g, self.count, d_y, write, d_b);
    }

    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        let ([xs, ws, bs], [ys]) = self.operands([x, w, b], [y]);
        let columns = self.columns();
        conv2d::conv2d(self.exec, g, self.count, xs, ws, optional(b, bs), ys, columns);
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
        self.convolve(g, epilogue, [x, w, b, y]);
    }

    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        let ([d_y, w], [d_x]) = self.operands([d_y, w], [d_x]);
        conv2d::conv2d_grad_input(self.exec, g, self.count, d_y, w, d_x, self.columns());
    }

    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        let (write, columns) = (self.write(d_w), self.columns());
        let ([x, d_y], [d_w]) = self.operands([x, d_y], [d_w]);
        conv2d::conv2d_grad_weight(self.exec, g, self.count, x, d_y, write, d_w, columns);
    }

    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        let write = self.write(d_b);
        let ([d_y], [d_b]) = self.operands([d_y], [d_b]);
        conv2d::conv2d_grad_bias(g, self.count, d_y, write, d_b);
    }

    fn max_pool2d(&mut self, g: &Pool2d, x: Region, y: Region, indices: Region) {
        let ([x], [y]) = self.operands([x], [y]);
        // SAFETY: positions lie in a space of their own, each piece its own samples.
        let bytes = (!indices.is_none()).then(|| unsafe { self.index(indices).slice_mut() });
        pool2d::max_pool2d(g, self.count, x, y, bytes);
    }

    fn max_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, indices: Region, d_x: Region) {
        let ([d_y], [d_x]) = self.operands([d_y], [d_x]);
        // SAFETY: as above; nobody writes positions in this segment.
        let bytes = unsafe { self.index(indices).slice() };
        pool2d::max_pool2d_grad(g, self.count, d_y, bytes, d_x);
    }

    fn avg_pool2d(&mut self, g: &Pool2d, x: Region, y: Region) {
        let ([x], [y]) = self.operands([x], [y]);
        pool2d::fast_average(self.exec.arithmetic, g, self.count, x, y);
    }

    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        let ([d_y], [d_x]) = self.operands([d_y], [d_x]);
        pool2d::avg_pool2d_grad(g, self.count, d_y, d_x);
    }

    #[inline(always)]
    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        self.apply(f, x, y);
    }

    #[inline(always)]
    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        self.apply_grad(f, saved, d_y, d_x);
    }

    fn softmax(&mut self, g: &Softmax, x: Region, y: Region) {
        let each = y.len.max(1);
        self.in_place(x, y, each, |_, y| softmax::softmax(g, y.len() / each, y));
    }

    fn softmax_grad(&mut self, g: &Softmax, y: Region, d_y: Region, d_x: Region) {
        self.in_place_with(y, d_y, d_x, |n, y, d| softmax::softmax_grad(g, n, y, d));
    }

    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        let key = DropoutKey { seed: self.spaces.state.seed, step: self.spaces.state.step };
        let g = &Dropout { layer: g.layer ^ self.base.key, ..*g };
        let each = y.len.max(1);
        self.in_place(x, y, each, |first, y| dropout::dropout(g, key, first, each, y));
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
        if self.count * g.positions < 2 {
            self.spaces.fault.store(true, Ordering::Relaxed);
            return;
        }
        let (threads, arithmetic) = (self.exec.threads, self.exec.arithmetic);
        let ([x, w, b], [y, mean, inv_std, r_mean, r_var]) =
            self.operands([x, w, b], [y, mean, inv_std, running_mean, running_variance]);
        let (n, sample) = (self.count, g.channels * g.positions);
        let (r_mean, r_var) = (Raw::exclusive(r_mean), Raw::exclusive(r_var));
        threads.for_chunks2(mean, CHANNELS, inv_std, CHANNELS, |i, mean, inv_std| {
            let channels = i * CHANNELS..i * CHANNELS + mean.len();
            let mut variance = [T::ZERO; CHANNELS];
            let variance = &mut variance[..mean.len()];
            let to = [&mut *mean, inv_std, &mut *variance];
            norm::fast_statistics(arithmetic, g, n, x, channels, to);
            // SAFETY: each chunk updates the running statistics of its own
            // channels.
            let (r_mean, r_var) = unsafe {
                let part = |r: Raw<T>| r.part(i * CHANNELS, mean.len()).slice_mut();
                (part(r_mean), part(r_var))
            };
            norm::batch_norm_running(g, n, mean, variance, r_mean, r_var);
        });
        threads.for_chunks(y, sample, |i, y| {
            norm::batch_norm_apply(g, 1, &x[i * sample..(i + 1) * sample], mean, inv_std, w, b, y);
        });
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
        let (threads, arithmetic) = (self.exec.threads, self.exec.arithmetic);
        let (n, sample) = (self.count, g.channels * g.positions);
        {
            let ([x, d_y, mean, inv_std], [sum_w, sum_b]) =
                self.operands([x, d_y, mean, inv_std], [sum_w, sum_b]);
            threads.for_chunks2(sum_w, CHANNELS, sum_b, CHANNELS, |i, sum_w, sum_b| {
                let of = i * CHANNELS..i * CHANNELS + sum_w.len();
                let to = [sum_w, sum_b];
                let (values, statistics) = ([x, d_y], [mean, inv_std]);
                norm::fast_grad_parameters(arithmetic, g, n, values, statistics, of, to);
            });
        }
        if d_x.is_none() {
            return;
        }
        if self.is_same(d_y, d_x) {
            let ([x, w, mean, inv_std, sum_w, sum_b], [d]) =
                self.operands([x, w, mean, inv_std, sum_w, sum_b], [d_x]);
            return threads.for_chunks(d, sample, |i, d| {
                let x = &x[i * sample..(i + 1) * sample];
                norm::batch_norm_grad_input_assign(g, n, 1, x, mean, inv_std, w, sum_w, sum_b, d);
            });
        }
        let ([x, d_y, w, mean, inv_std, sum_w, sum_b], [d_x]) =
            self.operands([x, d_y, w, mean, inv_std, sum_w, sum_b], [d_x]);
        threads.for_chunks(d_x, sample, |i, d_x| {
            let range = i * sample..(i + 1) * sample;
            let (x, d_y) = (&x[range.clone()], &d_y[range]);
            norm::batch_norm_grad_input(g, n, 1, x, d_y, mean, inv_std, w, sum_w, sum_b, d_x);
        });
    }

    fn keep_gradient(&mut self, len: &usize, sum: Region, d: Region) {
        // Each piece would keep them again.
        assert!(!self.spaces.segment.split, "sums of the whole batch are kept once");
        let write = self.write(d);
        let ([sum], [d]) = self.operands([sum], [d]);
        assert!(sum.len() == *len && d.len() == *len, "a gradient has as many numbers as its sums");
        match write {
            Write::Assign => d.copy_from_slice(sum),
            Write::Add => d.iter_mut().zip(sum).for_each(|(d, s)| *d += *s),
        }
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
        if self.is_same(x, y) {
            let ([w, b, mean, variance], [y]) =
                self.operands([w, b, running_mean, running_variance], [y]);
            return norm::batch_norm_inference_assign(g, self.count, mean, variance, w, b, y);
        }
        let ([x, w, b, mean, variance], [y]) =
            self.operands([x, w, b, running_mean, running_variance], [y]);
        norm::batch_norm_inference(g, self.count, x, mean, variance, w, b, y);
    }

    fn batch_norm_inference_grad(
        &mut self,
        g: &BatchNorm,
        d_y: Region,
        w: Region,
        running_variance: Region,
        d_x: Region,
    ) {
        if self.is_same(d_y, d_x) {
            let ([w, variance], [d]) = self.operands([w, running_variance], [d_x]);
            return norm::batch_norm_inference_grad_assign(g, self.count, variance, w, d);
        }
        let ([d_y, w, variance], [d_x]) = self.operands([d_y, w, running_variance], [d_x]);
        norm::batch_norm_inference_grad(g, self.count, d_y, variance, w, d_x);
    }

    fn accumulate(&mut self, _: &usize, a: Region, b: Region, y: Region) {
        let (a, b) = if self.is_same(b, y) { (b, a) } else { (a, b) };
        self.in_place_with(b, a, y, |_, b, y| y.iter_mut().zip(b).for_each(|(y, b)| *y += *b));
    }

    fn copy(&mut self, _: &usize, x: Region, y: Region) {
        let ([x], [y]) = self.operands([x], [y]);
        y.copy_from_slice(x);
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
        if self.is_same(x, y) {
            let ([w, b], [y, mean, inv_std]) = self.operands([w, b], [y, mean, inv_std]);
            return norm::layer_norm_assign(g, self.count, w, b, y, mean, inv_std);
        }
        let ([x, w, b], [y, mean, inv_std]) = self.operands([x, w, b], [y, mean, inv_std]);
        norm::layer_norm(g, self.count, x, w, b, y, mean, inv_std);
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
        if self.is_same(d_y, d_x) {
            let ([x, w, mean, inv_std], [d]) = self.operands([x, w, mean, inv_std], [d_x]);
            return norm::layer_norm_grad_input_assign(g, self.count, x, w, mean, inv_std, d);
        }
        let ([x, d_y, w, mean, inv_std], [d_x]) = self.operands([x, d_y, w, mean, inv_std], [d_x]);
        norm::layer_norm_grad_input(g, self.count, x, d_y, w, mean, inv_std, d_x);
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
        let writes = [self.write(d_w), self.write(d_b)];
        let ([x, d_y, mean, inv_std], [d_w, d_b]) =
            self.operands([x, d_y, mean, inv_std], [d_w, d_b]);
        // A piece adds its samples one by one: how a slot is cut into pieces changes no bit.
        let samples = if self.spaces.segment.split { 1 } else { self.count };
        let (each, rows) = (samples * g.rows * g.features, samples * g.rows);
        for i in 0..self.count / samples.max(1) {
            let (values, rows) = (i * each..(i + 1) * each, i * rows..(i + 1) * rows);
            let (x, d_y) = (&x[values.clone()], &d_y[values]);
            let (mean, inv_std) = (&mean[rows.clone()], &inv_std[rows]);
            norm::layer_norm_grad_parameters(g, samples, x, d_y, mean, inv_std, writes, d_w, d_b);
        }
    }

    fn binary(&mut self, g: &Binary, a: Region, b: Region, y: Region) {
        let (f, threads) = (g.function, self.exec.threads);
        if self.is_same(a, y) {
            let ([b], [y]) = self.operands([b], [y]);
            threads.for_chunks(y, ELEMENTS, |i, y| {
                binary::binary_assign(f, &b[i * ELEMENTS..][..y.len()], y);
            });
            return;
        }
        if self.is_same(b, y) {
            let ([a], [y]) = self.operands([a], [y]);
            threads.for_chunks(y, ELEMENTS, |i, y| {
                binary::binary_assign_right(f, &a[i * ELEMENTS..][..y.len()], y);
            });
            return;
        }
        let ([a, b], [y]) = self.operands([a, b], [y]);
        threads.for_chunks(y, ELEMENTS, |i, y| {
            let range = i * ELEMENTS..i * ELEMENTS + y.len();
            binary::binary(f, &a[range.clone()], &b[range], y);
        });
    }

    fn affine(&mut self, g: &Affine, x: Region, y: Region) {
        let threads = self.exec.threads;
        if self.is_same(x, y) {
            let ([], [y]) = self.operands([], [y]);
            threads.for_chunks(y, ELEMENTS, |_, y| affine::affine_assign(g, y));
            return;
        }
        let ([x], [y]) = self.operands([x], [y]);
        threads.for_chunks(y, ELEMENTS, |i, y| {
            affine::affine(g, &x[i * ELEMENTS..][..y.len()], y);
        });
    }

    fn concat(&mut self, g: &Concat, x: &[Region], y: Region) {
        let mut reads = [Region::NONE; CONCAT_MAX];
        reads[..x.len()].copy_from_slice(x);
        let (count, each) = (x.len(), y.len);
        let lens = reads.map(|r| r.len);
        let (reads, [y]) = self.operands(reads, [y]);
        self.by_samples(each, each, y, |s, y| {
            let part = |i: usize| &reads[i][s.start * lens[i]..s.end * lens[i]];
            let parts: [&[T]; CONCAT_MAX] = core::array::from_fn(part);
            concat::concat(g, s.len(), &parts[..count], y);
        });
    }

    fn slice(&mut self, g: &Slice, x: Region, y: Region) {
        self.each_sample(x, y, |n, x, y| slice::slice(g, n, x, y));
    }

    fn slice_grad(&mut self, g: &Slice, d_y: Region, d_x: Region) {
        self.each_sample(d_y, d_x, |n, d_y, d_x| slice::slice_grad(g, n, d_y, d_x));
    }

    fn permute(&mut self, g: &Permute, x: Region, y: Region) {
        self.each_sample(x, y, |n, x, y| permute::permute(g, n, x, y));
    }

    fn permute_grad(&mut self, g: &Permute, d_y: Region, d_x: Region) {
        self.permute(&g.inverse(), d_y, d_x);
    }

    fn reduce(&mut self, g: &Reduce, x: Region, y: Region) {
        self.each_sample(x, y, |n, x, y| reduce::reduce(g, n, x, y));
    }

    fn reduce_grad(&mut self, g: &Reduce, x: Region, y: Region, d_y: Region, d_x: Region) {
        if g.function != ReduceFunction::Max {
            let none = &[][..];
            self.each_sample(d_y, d_x, |n, d_y, d_x| {
                reduce::reduce_grad(g, n, none, none, d_y, d_x);
            });
            return;
        }
        let (long, short) = (d_x.len, d_y.len);
        let ([x, y, d_y], [d_x]) = self.operands([x, y, d_y], [d_x]);
        self.by_samples(long, long, d_x, |s, d_x| {
            let (x, of) = (&x[s.start * long..s.end * long], s.start * short..s.end * short);
            reduce::reduce_grad(g, s.len(), x, &y[of.clone()], &d_y[of], d_x);
        });
    }

    fn expand(&mut self, g: &Expand, x: Region, y: Region) {
        self.each_sample(x, y, |n, x, y| expand::expand(g, n, x, y));
    }

    fn expand_grad(&mut self, g: &Expand, d_y: Region, d_x: Region) {
        self.each_sample(d_y, d_x, |n, d_y, d_x| expand::expand_grad(g, n, d_y, d_x));
    }

    fn matmul(&mut self, g: &MatMul, a: Region, b: Region, y: Region) {
        let ([a, b], [y]) = self.operands([a, b], [y]);
        matmul::matmul(self.exec, g, self.count, a, b, y);
    }

    fn matmul_grad_left(&mut self, g: &MatMul, d_y: Region, b: Region, d_a: Region) {
        let ([d_y, b], [d_a]) = self.operands([d_y, b], [d_a]);
        matmul::matmul_grad_left(self.exec, g, self.count, d_y, b, d_a);
    }

    fn matmul_grad_right(&mut self, g: &MatMul, a: Region, d_y: Region, d_b: Region) {
        let ([a, d_y], [d_b]) = self.operands([a, d_y], [d_b]);
        matmul::matmul_grad_right(self.exec, g, self.count, a, d_y, d_b);
    }

    fn embedding(&mut self, g: &Embedding, x: Region, w: Region, y: Region) {
        let (integers, each, of) = (self.integers(x), y.len, x.len);
        let ([w], [y]) = self.operands([w], [y]);
        self.by_samples(each, each, y, |s, y| {
            embedding::embedding(g, s.len(), &integers[s.start * of..s.end * of], w, y);
        });
    }

    fn embedding_grad_weight(&mut self, g: &Embedding, x: Region, d_y: Region, d_w: Region) {
        let (x, write, n) = (self.integers(x), self.write(d_w), self.count);
        let ([d_y], [d_w]) = self.operands([d_y], [d_w]);
        if self.exec.threads.count() == 1 {
            return embedding::embedding_grad_weight(g, n, x, d_y, write, d_w);
        }
        // Each task passes over all integers, for rows of its own.
        let rows = g.count.div_ceil(TABLE).max(1);
        self.exec.threads.for_chunks(d_w, rows * g.features, |i, d_w| {
            let rows = i * rows..i * rows + d_w.len() / g.features;
            embedding::embedding_grad_weight_of(g, n, x, d_y, rows, write, d_w);
        });
    }

    fn upsample2d(&mut self, g: &Upsample2d, x: Region, y: Region) {
        self.each_sample(x, y, |n, x, y| upsample2d::upsample2d(g, n, x, y));
    }

    fn upsample2d_grad(&mut self, g: &Upsample2d, d_y: Region, d_x: Region) {
        self.each_sample(d_y, d_x, |n, d_y, d_x| upsample2d::upsample2d_grad(g, n, d_y, d_x));
    }

    fn custom<K: crate::custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        let (reads, writes) = self.operands(reads, writes);
        K::run(self.count, reads, writes);
    }
}
