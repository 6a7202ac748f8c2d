//! The calls of emitted code.

use nnplan::{
    Activation, AdaptiveAvgPool2d, Affine, BatchNorm, Binary, Concat, Conv2d, Dropout, Embedding,
    Expand, Fill, LayerNorm, Linear, MatMul, Normalize, Pad2d, Permute, Pool2d, Reduce, Scale,
    Slice, Softmax, Upsample2d,
};

use super::access::{View, fits};
use super::kernels;
use super::piece::{TinyPiece, Write};
use super::plan::Plan;
use crate::custom::Kernel;
use crate::device::{Host, Inside, Ops, Region, Type, all};
use crate::kernels::dropout::DropoutKey;
use crate::portable::{Out, dropout};

impl<P: Plan, const B: usize> TinyPiece<'_, P, B> {
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

/// The methods that the table has, each with its kernel.
macro_rules! methods {
    (
        methods {$(
            $(#[$doc:meta])*
            $id:ident $method:ident(
                $g:ident: $G:ident $(, $x:ident: $X:ident $(or $x_none:ident)?)* =>
                $($y:ident: $Y:ident $(or $y_none:ident)?),+
            ) $placement:ident $($portable:ident)? $formula:literal [$($flags:tt)*];
        )*}
        $($rest:tt)*
    ) => {
        $(method! { ($($portable)?) $method($g: $G $(, $x: $X)* => $($y),+) })*
    };
}

macro_rules! method {
    (() $($rest:tt)*) => {};
    ((portable) $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident)) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, $g: &$G, $x: &[Region], $y: Region) {
            self.host(stringify!($method), all($x), [$y], |n, x, y| kernels::$method($g, n, x, y));
        }
    };
    ((portable) $method:ident($g:ident: $G:ident $(, $x:ident: $X:ident)* => $($y:ident),+)) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, $g: &$G $(, $x: Region)* $(, $y: Region)+) {
            self.host(stringify!($method), [$($x),*], [$($y),+], |n, x, y| kernels::$method($g, n, x, y));
        }
    };
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
        let view = |r: Region| self.operand(r);
        let out = |r: Region| Out {
            to: view(r),
            write: self.write(r),
            is_there: self.has(r),
            len: r.len,
        };
        kernel(self.count, reads.map(view), writes.map(out));
    }
}

impl<P: Plan, const B: usize> Ops for TinyPiece<'_, P, B> {
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        self.run_within(inside, f);
    }

    nnplan::operations!(methods);

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        let key = DropoutKey { seed: self.state.seed, step: self.state.step };
        let g = &Dropout { layer: g.layer ^ self.base.key(), ..*g };
        let (first, samples) = (self.first, self.count);
        let y = Out { to: self.view(y), write: Write::Assign, is_there: true, len: y.len };
        dropout(g, key, first, samples, [self.view(x)], [y]);
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
        if self.count * g.positions < 2 {
            self.fault = true;
            return;
        }
        let writes = [y, mean, inv_std, running_mean, running_variance];
        self.host("batch_norm", [x, w, b], writes, |n, x, y| kernels::batch_norm(g, n, x, y));
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn custom<K: Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        self.run_custom::<K>(reads, writes);
    }
}
