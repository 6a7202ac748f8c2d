//! The calls of emitted code on a piece of the batch: regions become slices, then kernels run.

use core::sync::atomic::{AtomicBool, Ordering};

use nnplan::{Activation, BatchNorm, Conv2d, Dropout, LayerNorm, Linear, Pool2d, Softmax};

use super::buffer::Raw;
use crate::Element;
use crate::device::{Ops, Plain, Region, Segment, Space, StepState};
use crate::kernels::dropout::DropoutKey;
use crate::kernels::gemm::Exec;
use crate::kernels::{Write, activation, conv2d, dropout, linear, norm, pool2d, softmax};

/// Channels whose statistics one task computes.
const CHANNELS: usize = 8;

/// Elements a task works on at a time, element by element.
const ELEMENTS: usize = 1 << 14;

/// The memory of a segment.
pub(super) struct Spaces<'a, T> {
    pub(super) capacity: usize,
    pub(super) chunk: usize,
    pub(super) local: usize,
    pub(super) input: Raw<T>,
    pub(super) parameters: Raw<T>,
    pub(super) kept: Raw<T>,
    pub(super) gradients: Raw<T>,
    pub(super) arena: Raw<T>,
    pub(super) index: Raw<u8>,
    pub(super) statistic: Raw<T>,
    pub(super) state: StepState,
    pub(super) segment: Segment,
    pub(super) fault: &'a AtomicBool,
}

impl<T> Spaces<'_, T> {
    /// Pieces run side by side: what one writes in the arena must not be what another reads.
    ///
    /// # Panics
    /// When two different blocks of the segment overlap: a fault of the plan.
    pub(super) fn assert_apart(&self) {
        let shared = |r: &Region| matches!(r.space, Space::Arena | Space::Index);
        let regions = self.segment.regions;
        for (i, a) in regions.iter().enumerate().filter(|(_, r)| shared(r)) {
            for b in &regions[i + 1..] {
                assert!(!a.overlaps(b), "the plan keeps the values of a segment apart");
            }
        }
    }

    /// Elements of the sums of gradients of one slot.
    pub(super) fn partial_len(&self) -> usize {
        self.segment.gradients.iter().map(|g| nnplan::align(g.len)).sum()
    }
}

/// A piece of the batch.
pub struct CpuPiece<'a, T: Element> {
    spaces: &'a Spaces<'a, T>,
    exec: Exec<'a>,
    first: usize,
    count: usize,
    own: Raw<T>,
    partials: Raw<T>,
}

impl<T: Element> core::fmt::Debug for CpuPiece<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "CpuPiece(samples {}..{})", self.first, self.first + self.count)
    }
}

impl<'a, T: Element + Plain> CpuPiece<'a, T> {
    pub(super) fn new(
        spaces: &'a Spaces<'a, T>,
        exec: Exec<'a>,
        first: usize,
        count: usize,
        own: Raw<T>,
        partials: Raw<T>,
    ) -> Self {
        Self { spaces, exec, first, count, own, partials }
    }

    /// The elements of a region that this piece works on.
    fn view(&self, r: Region) -> Raw<T> {
        let s = self.spaces;
        let by_sample = |space: Raw<T>| {
            assert!(s.segment.regions.contains(&r), "a segment lists the regions it touches");
            space.part(r.offset * s.capacity + self.first * r.len, self.count * r.len)
        };
        match r.space {
            Space::None | Space::Index => Raw::EMPTY,
            Space::Input => by_sample(s.input),
            Space::Arena => by_sample(s.arena),
            Space::Local => {
                assert!(self.count <= s.chunk, "a piece fits into its own memory");
                self.own.part(r.offset * s.chunk, self.count * r.len)
            }
            Space::Parameter => s.parameters.part(r.offset, r.len),
            Space::Buffer => s.kept.part(r.offset, r.len),
            Space::Statistic => s.statistic.part(r.offset, r.len),
            Space::Gradient if s.segment.split => {
                let before = s.segment.gradients.iter().take_while(|g| **g != r);
                self.partials.part(before.map(|g| nnplan::align(g.len)).sum(), r.len)
            }
            Space::Gradient => s.gradients.part(r.offset, r.len),
        }
    }

    /// The operands of one call. What is written overlaps nothing else.
    fn operands<'p, const R: usize, const W: usize>(
        &self,
        reads: [Region; R],
        writes: [Region; W],
    ) -> ([&'p [T]; R], [&'p mut [T]; W])
    where
        'a: 'p,
    {
        let kept = |r: &Region| !matches!(r.space, Space::Gradient | Space::Arena | Space::Local);
        assert!(
            !self.spaces.segment.split || writes.iter().all(|w| w.is_none() || !kept(w)),
            "a piece writes its own samples and sums only"
        );
        let (reads, writes) = (reads.map(|r| self.view(r)), writes.map(|w| self.view(w)));
        for (i, w) in writes.iter().enumerate() {
            let apart = reads.iter().chain(&writes[i + 1..]).all(|other| !w.overlaps(other));
            assert!(apart, "the plan keeps what a call writes apart from its other operands");
        }
        // SAFETY: no operand that is written overlaps another one of this call, as was just asserted. Other
        // pieces that run at the same time have samples of their own in the blocks of the arena, which
        // `assert_apart` found to be disjoint, own memory and sums of their own, and write nothing
        // else. The memory outlives the pass, hence `'a`; an operand is dropped when its call ends.
        unsafe { (reads.map(|r| r.slice()), writes.map(|w| w.slice_mut())) }
    }

    /// The positions chosen by a max pool, for this piece.
    fn index(&self, r: Region) -> Raw<u8> {
        let s = self.spaces;
        if r.is_none() {
            return Raw::EMPTY;
        }
        assert!(s.segment.regions.contains(&r), "a segment lists the regions it touches");
        s.index.part(r.offset * s.capacity + self.first * r.len, self.count * r.len)
    }

    /// The im2col matrix of this worker.
    fn columns<'p>(&self) -> &'p mut [T]
    where
        'a: 'p,
    {
        let local = nnplan::align(self.own_local_len());
        // SAFETY: it lies behind the worker's local blocks; only this worker touches it, a call at a
        // time.
        unsafe { self.own.part(local, self.own.len() - local).slice_mut() }
    }

    fn own_local_len(&self) -> usize {
        self.spaces.local * self.spaces.chunk
    }

    fn write(&self) -> Write {
        if self.spaces.segment.split { Write::Add } else { Write::Assign }
    }

    /// `f` on `y` in place, after copying `x` into it where they differ.
    fn in_place(&self, x: Region, y: Region, each: usize, f: impl Fn(usize, &mut [T]) + Sync) {
        if x != y {
            let ([x], [y]) = self.operands([x], [y]);
            y.copy_from_slice(x);
        }
        let ([], [y]) = self.operands([], [y]);
        let samples = (ELEMENTS / each.max(1)).max(1);
        let threads = self.exec.threads;
        threads.for_chunks(y, samples * each, |i, y| f(self.first + i * samples, y));
    }

    /// The same, with an operand that is read beside it.
    fn in_place_with(
        &self,
        saved: Region,
        d_y: Region,
        d_x: Region,
        f: impl Fn(usize, &[T], &mut [T]) + Sync,
    ) {
        if d_y != d_x {
            let ([d_y], [d_x]) = self.operands([d_y], [d_x]);
            d_x.copy_from_slice(d_y);
        }
        let each = d_x.len.max(1);
        let ([saved], [d_x]) = self.operands([saved], [d_x]);
        let samples = (ELEMENTS / each).max(1);
        self.exec.threads.for_chunks(d_x, samples * each, |i, d| {
            let start = i * samples * each;
            f(d.len() / each, &saved[start..start + d.len()], d);
        });
    }
}

/// `None` for an absent operand.
fn optional<X>(region: Region, slice: &[X]) -> Option<&[X]> {
    (!region.is_none()).then_some(slice)
}

impl<T: Element + Plain> Ops for CpuPiece<'_, T> {
    fn linear(&mut self, g: &Linear, x: Region, w: Region, b: Region, y: Region) {
        let ([xs, ws, bs], [ys]) = self.operands([x, w, b], [y]);
        linear::linear(self.exec, g, self.count, xs, ws, optional(b, bs), ys);
    }

    fn linear_grad_input(&mut self, g: &Linear, d_y: Region, w: Region, d_x: Region) {
        let ([d_y, w], [d_x]) = self.operands([d_y, w], [d_x]);
        linear::linear_grad_input(self.exec, g, self.count, d_y, w, d_x);
    }

    fn linear_grad_weight(&mut self, g: &Linear, x: Region, d_y: Region, d_w: Region) {
        let ([x, d_y], [d_w]) = self.operands([x, d_y], [d_w]);
        linear::linear_grad_weight(self.exec, g, self.count, x, d_y, self.write(), d_w);
    }

    fn linear_grad_bias(&mut self, g: &Linear, d_y: Region, d_b: Region) {
        let ([d_y], [d_b]) = self.operands([d_y], [d_b]);
        linear::linear_grad_bias(self.exec, g, self.count, d_y, self.write(), d_b);
    }

    fn conv2d(&mut self, g: &Conv2d, x: Region, w: Region, b: Region, y: Region) {
        let ([xs, ws, bs], [ys]) = self.operands([x, w, b], [y]);
        let columns = self.columns();
        conv2d::conv2d(self.exec, g, self.count, xs, ws, optional(b, bs), ys, columns);
    }

    fn conv2d_grad_input(&mut self, g: &Conv2d, d_y: Region, w: Region, d_x: Region) {
        let ([d_y, w], [d_x]) = self.operands([d_y, w], [d_x]);
        conv2d::conv2d_grad_input(self.exec, g, self.count, d_y, w, d_x, self.columns());
    }

    fn conv2d_grad_weight(&mut self, g: &Conv2d, x: Region, d_y: Region, d_w: Region) {
        let ([x, d_y], [d_w]) = self.operands([x, d_y], [d_w]);
        let (write, columns) = (self.write(), self.columns());
        conv2d::conv2d_grad_weight(self.exec, g, self.count, x, d_y, write, d_w, columns);
    }

    fn conv2d_grad_bias(&mut self, g: &Conv2d, d_y: Region, d_b: Region) {
        let ([d_y], [d_b]) = self.operands([d_y], [d_b]);
        conv2d::conv2d_grad_bias(g, self.count, d_y, self.write(), d_b);
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
        pool2d::avg_pool2d(g, self.count, x, y);
    }

    fn avg_pool2d_grad(&mut self, g: &Pool2d, d_y: Region, d_x: Region) {
        let ([d_y], [d_x]) = self.operands([d_y], [d_x]);
        pool2d::avg_pool2d_grad(g, self.count, d_y, d_x);
    }

    fn activation(&mut self, f: &Activation, x: Region, y: Region) {
        self.in_place(x, y, 1, |_, y| activation::activation(f, y));
    }

    fn activation_grad(&mut self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
        self.in_place_with(saved, d_y, d_x, |_, s, d| activation::activation_grad(f, s, d));
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
        let threads = self.exec.threads;
        let ([x, w, b], [y, mean, inv_std, r_mean, r_var]) =
            self.operands([x, w, b], [y, mean, inv_std, running_mean, running_variance]);
        let (n, sample) = (self.count, g.channels * g.positions);
        let (r_mean, r_var) = (Raw::exclusive(r_mean), Raw::exclusive(r_var));
        threads.for_chunks2(mean, CHANNELS, inv_std, CHANNELS, |i, mean, inv_std| {
            let channels = i * CHANNELS..i * CHANNELS + mean.len();
            let mut variance = [T::ZERO; CHANNELS];
            let variance = &mut variance[..mean.len()];
            norm::batch_norm_statistics(g, n, x, channels, mean, inv_std, variance);
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
        d_w: Region,
        d_b: Region,
    ) {
        let threads = self.exec.threads;
        let wanted = !d_x.is_none();
        let ([x, d_y, w, mean, inv_std], [d_x, d_w, d_b]) =
            self.operands([x, d_y, w, mean, inv_std], [d_x, d_w, d_b]);
        let (n, sample) = (self.count, g.channels * g.positions);
        threads.for_chunks2(d_w, CHANNELS, d_b, CHANNELS, |i, d_w, d_b| {
            let channels = i * CHANNELS..i * CHANNELS + d_w.len();
            norm::batch_norm_grad_parameters(g, n, x, d_y, mean, inv_std, channels, d_w, d_b);
        });
        if wanted {
            threads.for_chunks(d_x, sample, |i, d_x| {
                let range = i * sample..(i + 1) * sample;
                let (x, d_y) = (&x[range.clone()], &d_y[range]);
                norm::batch_norm_grad_input(g, n, 1, x, d_y, mean, inv_std, w, d_w, d_b, d_x);
            });
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
        let ([x, w, b, mean, variance], [y]) =
            self.operands([x, w, b, running_mean, running_variance], [y]);
        norm::batch_norm_inference(g, self.count, x, mean, variance, w, b, y);
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
        let write = self.write();
        let ([x, d_y, mean, inv_std], [d_w, d_b]) =
            self.operands([x, d_y, mean, inv_std], [d_w, d_b]);
        norm::layer_norm_grad_parameters(g, self.count, x, d_y, mean, inv_std, write, d_w, d_b);
    }
}
