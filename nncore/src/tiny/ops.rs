//! The calls of emitted code.

use nnplan::{BatchNorm, CONCAT_MAX, Dropout, geometry};

use super::access::{View, fits};
use super::kernels::{self, Target};
use super::piece::{Sums, TinyPiece};
use super::plan::Plan;
use crate::custom::Kernel;
use crate::device::{Host, Inside, Ops, Region, Type};
use crate::kernels::dropout::DropoutKey;
use crate::portable::{self, Out, dropout};

impl<P: Plan, const B: usize> TinyPiece<'_, P, B> {
    /// An operand that is written.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn out(&self, r: Region) -> Out<View> {
        Out { to: self.operand(r), write: self.write(r), is_there: self.has(r), len: r.len }
    }

    /// The gradient of a tensor, as kernels take it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn target(&self, r: Region) -> Target {
        let write = if self.has(r) { Some(self.write(r)) } else { None };
        Target { to: self.operand(r), write }
    }

    /// One that may be absent, and is replaced.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn optional(&self, r: Region) -> Target {
        let write = if self.has(r) { Some(Sums::Replace) } else { None };
        Target { to: self.operand(r), write }
    }

    /// Any number of operands, and none after the last: each by its number, so that what is known of it is known here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn all(&self, x: &[Region]) -> [View; CONCAT_MAX] {
        let of = |i: usize| x.get(i).map_or(View::NONE, |r| self.operand(*r));
        [of(0), of(1), of(2), of(3), of(4), of(5), of(6), of(7)]
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
            if write == Sums::Continue {
                return K::run(1, reads, [y, d_w]);
            }
            let sums = self.own(d_w.len()).slice_mut(d_w.len());
            sums.fill(0.0);
            K::run(1, reads, [y, sums]);
            for (d, sum) in d_w.iter_mut().zip(sums) {
                *d = if write == Sums::Add { *d + *sum } else { *sum };
            }
        }
    }
}

/// A method that the table has, with its kernel. Operands are made one by one, not by [`Host::host`]: a closure over an array
/// of them stays a function, which knows nothing of the constants that a call has.
macro_rules! method {
    (() $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] Accumulate $($row:tt)*) => { chosen! { $($row)* } };
    ((portable) [$($doc:tt)*] Activation $($row:tt)*) => { chosen! { $($row)* } };
    ((portable) [$($doc:tt)*] ActivationGrad $($row:tt)*) => { chosen! { $($row)* } };
    ((portable) [$($doc:tt)*] Binary $($row:tt)*) => { chosen! { $($row)* } };
    ((portable) [$($doc:tt)*] Reduce $($row:tt)*) => { chosen! { $($row)* } };
    ((portable) [$($doc:tt)*] ReduceGrad $($row:tt)*) => { chosen! { $($row)* } };
    // A number of elements may be computed where the call stands; that of a region is a constant.
    ((portable) [$($doc:tt)*] $id:ident $method:ident(
        $g:ident: usize, $x:ident: $X:ident => $y:ident: $Y:ident
    )) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, _: &usize, $x: Region, $y: Region) {
            kernels::$method(&$y.len, self.count, self.operand($x), target!(self, $y: $Y));
        }
    };
    ((portable) [$($doc:tt)*] $id:ident $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident: $Y:ident)) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, $g: &geometry::$G, $x: &[Region], $y: Region) {
            kernels::$method($g, self.count, self.all($x), self.operand($y));
        }
    };
    ((portable) [$($doc:tt)*] $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, $g: &geometry::$G $(, $x: Region)* $(, $y: Region)+) {
            kernels::$method(
                $g,
                self.count,
                $(self.operand($x),)*
                $(target!(self, $y: $Y $($y_none)?)),+
            );
        }
    };
}

/// A kernel that is compiled where it is called: its function is a constant there.
macro_rules! chosen {
    ($method:ident($g:ident: usize, $a:ident: $A:ident, $b:ident: $B:ident => $y:ident: $Y:ident)) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, _: &usize, $a: Region, $b: Region, $y: Region) {
            let operands = [self.operand($a), self.operand($b)];
            portable::$method(&$y.len, self.count, operands, [self.out($y)]);
        }
    };
    ($method:ident($g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident),+)) => {
        #[cfg_attr(not(debug_assertions), inline(always))]
        fn $method(&mut self, $g: &geometry::$G $(, $x: Region)* $(, $y: Region)+) {
            portable::$method($g, self.count, [$(self.operand($x)),*], [$(self.out($y)),+]);
        }
    };
}

/// An operand that is written, as its kernel takes it.
macro_rules! target {
    ($piece:ident, $y:ident: Gradient $($none:ident)?) => {
        $piece.target($y)
    };
    ($piece:ident, $y:ident: $Y:ident None) => {
        $piece.optional($y)
    };
    ($piece:ident, $y:ident: $Y:ident) => {
        $piece.operand($y)
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
        kernel(self.count, reads.map(|r| self.operand(r)), writes.map(|w| self.out(w)));
    }
}

impl<P: Plan, const B: usize> Ops for TinyPiece<'_, P, B> {
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self)) {
        self.run_within(inside, f);
    }

    nnplan::operations!(each method);

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn dropout(&mut self, g: &Dropout, x: Region, y: Region) {
        let key = DropoutKey { seed: self.state.seed, step: self.state.step };
        let g = &Dropout { layer: g.layer ^ self.base.key(), ..*g };
        let (first, samples) = (self.first, self.count);
        dropout(g, key, first, samples, [self.operand(x)], [self.out(y)]);
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
        let reads = [self.operand(x), self.operand(w), self.operand(b)];
        let (mean, inv_std) = (self.operand(mean), self.operand(inv_std));
        let running = [self.operand(running_mean), self.operand(running_variance)];
        let writes = [self.operand(y), mean, inv_std, running[0], running[1]];
        kernels::batch_norm(g, self.count, reads, writes);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn custom<K: Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]) {
        self.run_custom::<K>(reads, writes);
    }
}
