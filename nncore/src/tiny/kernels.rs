//! The portable kernels for the memory of this device.
//!
//! They are compiled here, once for all calls, at the optimisation of this crate: generic functions are compiled in the
//! program that calls them. What they take goes in registers: a pointer an operand, and more only of what is written in
//! several ways. Kernels that choose a function by a constant are compiled where they are called, so that a program holds
//! the functions that it uses.

use nnplan::{BatchNorm, CONCAT_MAX, Linear, geometry};

use super::access::View;
use crate::portable::{self, Out, Sums};

/// An operand that is written in one of several ways, or is absent.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) to: View,
    /// `None` where it is absent.
    pub(super) write: Option<Sums>,
}

/// An operand that is written. Its length is that of its geometry.
trait Written {
    fn out(self) -> Out<View>;
}

impl Written for View {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn out(self) -> Out<View> {
        Out { to: self, write: Sums::Replace, is_there: true, len: 0 }
    }
}

impl Written for Target {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn out(self) -> Out<View> {
        let (is_there, write) = (self.write.is_some(), self.write.unwrap_or(Sums::Replace));
        Out { to: self.to, write, is_there, len: 0 }
    }
}

macro_rules! target {
    (Gradient $($none:ident)?) => {
        Target
    };
    ($Y:ident None) => {
        Target
    };
    ($Y:ident) => {
        View
    };
}

macro_rules! kernel {
    (() $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] Linear linear($($rest:tt)*)) => {}; // by hand
    // Their function is a constant of the call.
    ((portable) [$($doc:tt)*] Accumulate $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] Activation $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] ActivationGrad $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] Binary $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] Reduce $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] ReduceGrad $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] $id:ident $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident: $Y:ident)) => {
        pub(super) fn $method(g: &geometry::$G, samples: usize, $x: [View; CONCAT_MAX], $y: View) {
            portable::$method(g, samples, $x, [$y.out()]);
        }
    };
    ((portable) [$($doc:tt)*] $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        pub(super) fn $method(
            g: &geometry::$G,
            samples: usize,
            $($x: View,)*
            $($y: target!($Y $($y_none)?)),+
        ) {
            portable::$method(g, samples, [$($x),*], [$($y.out()),+]);
        }
    };
}

nnplan::operations!(each kernel);

/// A program may have nothing but calls of this one: its numbers go in registers, too.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn linear(g: &Linear, samples: usize, x: View, w: View, b: View, y: View) {
    let bias = if g.bias { Some(b) } else { None };
    product(samples * g.rows, g.in_features, g.out_features, x, w, bias, y);
}

fn product(rows: usize, from: usize, to: usize, x: View, w: View, b: Option<View>, y: View) {
    // A shape made here would be checked here: code for a panic.
    let g = Linear::of_rows(rows, from, to, b.is_some());
    portable::linear(&g, 1, [x, w, b.unwrap_or(View::NONE)], [y.out()]);
}

/// What it reads: x, w, b. What it writes: y, mean, inv_std, running mean and variance.
pub(super) fn batch_norm(g: &BatchNorm, samples: usize, reads: [View; 3], writes: [View; 5]) {
    let [y, mean, inv_std, running_mean, running_variance] = writes;
    let kept = [mean.out(), inv_std.out(), running_mean.out(), running_variance.out()];
    portable::batch_norm(g, samples, reads, [y.out(), kept[0], kept[1], kept[2], kept[3]]);
}
