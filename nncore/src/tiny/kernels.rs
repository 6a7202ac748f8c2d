//! The portable kernels for the memory of this device.
//!
//! They are compiled here, once for all calls, at the optimisation of this crate: generic functions are compiled in the
//! program that calls them. Only kernels that choose a function by a constant are compiled where they are called, so that a
//! program holds the functions that it uses.

use nnplan::{
    AdaptiveAvgPool2d, Affine, BatchNorm, CONCAT_MAX, Concat, Conv2d, Embedding, Expand, Fill,
    LayerNorm, Linear, MatMul, Normalize, Pad2d, Permute, Pool2d, Scale, Slice, Softmax,
    Upsample2d,
};

use super::access::View;
use crate::portable::{self, Out};

pub(super) use crate::portable::{
    accumulate, activation, activation_grad, binary, reduce, reduce_grad,
};

macro_rules! kernel {
    (() $($rest:tt)*) => {};
    ((portable) accumulate $($rest:tt)*) => {};
    ((portable) activation $($rest:tt)*) => {};
    ((portable) activation_grad $($rest:tt)*) => {};
    ((portable) binary $($rest:tt)*) => {};
    ((portable) reduce $($rest:tt)*) => {};
    ((portable) reduce_grad $($rest:tt)*) => {};
    ((portable) $method:ident($G:ident, $x:ident: Samples => $y:ident)) => {
        pub(super) fn $method(g: &$G, samples: usize, x: [View; CONCAT_MAX], y: [Out<View>; 1]) {
            portable::$method(g, samples, x, y);
        }
    };
    ((portable) $method:ident($G:ident $(, $x:ident: $X:ident)* => $($y:ident),+)) => {
        pub(super) fn $method(
            g: &$G,
            samples: usize,
            x: [View; [$(stringify!($x)),*].len()],
            y: [Out<View>; [$(stringify!($y)),+].len()],
        ) {
            portable::$method(g, samples, x, y);
        }
    };
}

macro_rules! kernels {
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
        $(kernel! { ($($portable)?) $method($G $(, $x: $X)* => $($y),+) })*
    };
}

nnplan::operations!(kernels);

pub(super) fn batch_norm(g: &BatchNorm, samples: usize, x: [View; 3], y: [Out<View>; 5]) {
    portable::batch_norm(g, samples, x, y);
}
