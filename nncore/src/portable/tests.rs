//! Each portable kernel on numbers worked out by hand, in `f64`: a test of its name.

mod functions;
mod layers;
mod norms;

use std::vec::Vec;

use functions::*;
use layers::*;
use norms::*;

use super::{Cells, Out, Sums};
use crate::kernels;
use crate::kernels::fixture::{exact, exact_onto};

/// A row of the table that is marked `portable` and has no case is an error here: there is no test of its name.
macro_rules! case {
    (() $($rest:tt)*) => {};
    ((portable) [$($doc:tt)*] $id:ident $method:ident($($operands:tt)*)) => {
        const _: fn() = $method;
    };
}

nnplan::operations!(each case);

/// What a kernel writes in `len` numbers.
fn made<const N: usize>(
    reads: [&[f64]; N],
    len: usize,
    kernel: impl FnOnce([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; 1]),
) -> Vec<f64> {
    let [y] = exact(reads, [len], kernel);
    y
}

/// What a kernel makes of numbers that hold `before`, in each way to write: it replaces them, continues the sums that they
/// are, or adds to them.
fn in_each_way<const N: usize>(
    reads: [&[f64]; N],
    before: &[f64],
    kernel: impl Fn([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; 1]),
) -> [Vec<f64>; 3] {
    [Sums::Replace, Sums::Continue, Sums::Add].map(|write| {
        let add = kernels::Write::Add;
        let [y] = exact_onto(reads, [before], add, |x, [y]| kernel(x, [Out { write, ..y }]));
        y
    })
}

/// `sums` where they replace what was there; where they are added to it, that many more.
#[track_caller]
fn assert_ways(found: [Vec<f64>; 3], before: &[f64], sums: &[f64]) {
    let [replaced, continued, added] = found;
    let both: Vec<f64> = before.iter().zip(sums).map(|(before, sum)| before + sum).collect();
    assert_eq!(replaced, sums);
    assert_eq!(continued, both);
    assert_eq!(added, both);
}

/// Equal but for the rounding of an elementary function.
#[track_caller]
fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-15, "{found}, expected {expected}");
    }
}
