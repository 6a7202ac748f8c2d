//! How far results may be from recorded ones: one table, by operation and type.
//!
//! The error of a tensor is its largest absolute difference, divided by the largest absolute number of
//! the recorded tensor. (Not element by element: a sum that cancels has the rounding of its terms.)

use nncore::Element;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// A layer's output, in training and in inference.
    Output,
    /// The gradient that a layer sends back.
    GradientInput,
    /// The gradient of a layer's parameter.
    GradientParameter,
    /// Running statistics.
    Running,
}

struct Row {
    op: Op,
    f64: f64,
    f32: f64,
    why: &'static str,
}

/// Numbers are at most 20 times the worst error seen, and so near the rounding of the type (1.1e-16; 6.0e-8) that
/// no error in a formula passes.
const TABLE: &[Row] = &[
    Row { op: Op::Output, f64: 5e-15, f32: 2e-6, why: "sums of up to 60 products" },
    Row { op: Op::GradientInput, f64: 1e-14, f32: 2e-6, why: "norms: a difference of sums" },
    Row { op: Op::GradientParameter, f64: 5e-15, f32: 2e-6, why: "sums over batch and pixels" },
    Row { op: Op::Running, f64: 5e-15, f32: 2e-6, why: "a mean and a variance" },
];

/// Asserts that `found` is the recorded tensor, within the tolerance of the table. Prints the error.
#[track_caller]
pub fn assert_close<T: Element>(op: Op, what: &str, found: &[T], expected: &[f64]) {
    let row = TABLE.iter().find(|row| row.op == op).expect("a row for each operation");
    let limit = if T::DTYPE == "F64" { row.f64 } else { row.f32 };
    assert_within::<T>(limit, &format!("{what}: {op:?} ({})", row.why), found, expected);
}

/// The same with a tolerance given.
#[track_caller]
pub fn assert_within<T: Element>(limit: f64, what: &str, found: &[T], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{what}: numbers");
    let most = expected.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let scale = if most == 0.0 { 1.0 } else { most };
    let mut worst = 0.0;
    for (i, (found, &expected)) in found.iter().zip(expected).enumerate() {
        let error = (found.to_f64() - expected).abs() / scale;
        assert!(
            error <= limit, // not of NaN
            "{what}: element {i} in {}\nexpected: {expected}\n   found: {found}\n   error: {error:.1e} of {scale:.1e}, at most {limit:.1e}",
            T::DTYPE,
        );
        worst = f64::max(worst, error);
    }
    println!("error {} {worst:.1e} of {limit:.1e} {what}", T::DTYPE);
}
