//! Conformance of a device: every operation of the table, on its own, against its portable kernel in `f64`.
//!
//! `conformance!(device)` stands for one test an operation. Each runs its operation on a handful of geometries, small and
//! with corners, on batches of several sizes, in split and in whole segments; with each optional operand there and absent;
//! with the output in the place of each operand that the table lists under `in_place`; and with gradients that replace what
//! is there and that are added to it. Memory that is written is full of NaN before. A device is whatever implements nncore's
//! `Device`, or [`Tiny`], that of `nncore::tiny`.
//!
//! A new operation is in the list as soon as it is in the table, and a new geometry needs an `impl` of `Sizes` (geometries.rs).

mod bench;
mod geometries;
mod on_device;
mod on_tiny;
mod sizes;

pub use bench::Subject;
use nncore::device::{Ops, Region};
use nncore::portable::{self, Cells, Out};
use nnplan::{CONCAT_MAX, OpId, geometry};

pub use on_tiny::Tiny;

/// The operands of a portable kernel.
type In<'a> = Cells<'a, f64>;

/// A call as a [`bench::Method`]: of whichever device.
macro_rules! method {
    ($G:ty, |$ops:ident, $g:ident, $reads:ident, $writes:ident| $body:block) => {{
        struct Run;
        impl bench::Method<$G> for Run {
            fn call<O: Ops>(&self, $ops: &mut O, $g: &$G, $reads: &[Region], $writes: &[Region]) {
                $body
            }
        }
        Run
    }};
}

/// The call of a method, and of its portable kernel, with as many operands as they have.
macro_rules! row {
    ($portable:tt $doc:tt $id:ident $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident: $Y:ident)) => {
        /// Checks this operation.
        pub fn $method(device: &impl Subject) {
            bench::check(
                device,
                OpId::$id,
                method!(geometry::$G, |ops, g, reads, writes| {
                    ops.$method(g, reads, writes[0]);
                }),
                |g: &geometry::$G, samples, reads: &[In<'_>], writes: &[Out<In<'_>>]| {
                    let mut all = [Cells::NONE; CONCAT_MAX];
                    all[..reads.len()].copy_from_slice(reads);
                    portable::$method(g, samples, all, [writes[0]]);
                },
            );
        }
    };
    ($portable:tt $doc:tt Dropout dropout($($rest:tt)*)) => {
        /// Checks this operation.
        pub fn dropout(device: &impl Subject) {
            bench::check(
                device,
                OpId::Dropout,
                method!(nnplan::Dropout, |ops, g, reads, writes| {
                    ops.dropout(g, reads[0], writes[0]);
                }),
                |g: &nnplan::Dropout, samples, reads: &[In<'_>], writes: &[Out<In<'_>>]| {
                    let key = nncore::kernels::dropout::DropoutKey { seed: bench::SEED, step: bench::STEP };
                    portable::dropout(g, key, 0, samples, [reads[0]], [writes[0]]);
                },
            );
        }
    };
    ($portable:tt $doc:tt $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        /// Checks this operation.
        pub fn $method(device: &impl Subject) {
            bench::check(
                device,
                OpId::$id,
                method!(geometry::$G, |ops, g, reads, writes| {
                    let (&[$($x),*], &[$($y),+]) = (reads, writes) else { unreachable!("as in the table") };
                    ops.$method(g $(, $x)* $(, $y)+);
                }),
                |g: &geometry::$G, samples, reads: &[In<'_>], writes: &[Out<In<'_>>]| {
                    let (&[$($x),*], &[$($y),+]) = (reads, writes) else { unreachable!("as in the table") };
                    portable::$method(g, samples, [$($x),*], [$($y),+]);
                },
            );
        }
    };
}

/// The same by the default body of the method: the portable kernel, on a device's operands.
macro_rules! row_on_host {
    (() $($rest:tt)*) => {};
    ((portable) $doc:tt $id:ident $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident: $Y:ident)) => {
        /// Checks this operation, by the default body of its method.
        pub fn $method(device: &impl Subject) {
            bench::check(
                device,
                OpId::$id,
                method!(geometry::$G, |ops, g, reads, writes| {
                    let mut all = [Region::NONE; CONCAT_MAX];
                    all[..reads.len()].copy_from_slice(reads);
                    ops.host(stringify!($method), all, [writes[0]], |samples, x, y| portable::$method(g, samples, x, y));
                }),
                |g: &geometry::$G, samples, reads: &[In<'_>], writes: &[Out<In<'_>>]| {
                    let mut all = [Cells::NONE; CONCAT_MAX];
                    all[..reads.len()].copy_from_slice(reads);
                    portable::$method(g, samples, all, [writes[0]]);
                },
            );
        }
    };
    ((portable) $doc:tt $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        /// Checks this operation, by the default body of its method.
        pub fn $method(device: &impl Subject) {
            bench::check(
                device,
                OpId::$id,
                method!(geometry::$G, |ops, g, reads, writes| {
                    let (&[$($x),*], &[$($y),+]) = (reads, writes) else { unreachable!("as in the table") };
                    ops.host(stringify!($method), [$($x),*], [$($y),+], |samples, x, y| portable::$method(g, samples, x, y));
                }),
                |g: &geometry::$G, samples, reads: &[In<'_>], writes: &[Out<In<'_>>]| {
                    let (&[$($x),*], &[$($y),+]) = (reads, writes) else { unreachable!("as in the table") };
                    portable::$method(g, samples, [$($x),*], [$($y),+]);
                },
            );
        }
    };
}

nnplan::operations!(each row);

/// Operations by the default bodies of their methods: what a device runs that overrides none.
pub mod on_host {
    use super::*;

    nnplan::operations!(each row_on_host);

    // Those without a default body are what the device makes of them.
    pub use super::{batch_norm, dropout};
}

macro_rules! tests {
    (
        methods {$(
            $(#[$doc:meta])*
            $id:ident $method:ident($($operands:tt)*)
            $placement:ident $($portable:ident)? $formula:literal [$($flags:tt)*];
        )*}
        $($rest:tt)*
    ) => {
        /// One test for each operation of the table, on a device: an expression that makes one.
        /// `conformance!(on_host: device)` tests the default bodies of the methods.
        #[macro_export]
        macro_rules! conformance {
            (on_host: $device:expr) => {
                $(
                    #[test]
                    fn $method() {
                        $crate::on_host::$method(&$device);
                    }
                )*
            };
            ($device:expr) => {
                $(
                    #[test]
                    fn $method() {
                        $crate::$method(&$device);
                    }
                )*
            };
        }
    };
}

nnplan::operations!(tests);
