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
    /// The value of a loss.
    Loss,
    /// The gradient of a loss.
    GradientLoss,
    /// Parameters after up to five steps of an optimizer.
    Update,
    /// The same, or clipped gradients, where the gradients came in through a loss.
    Injected,
    /// Clipped gradients, and their norm.
    Clip,
    /// Learning rates.
    Rate,
    /// Logits, loss and gradients of the ConvNet's first step.
    ConvNetFirst,
    /// Losses, parameters and logits over ten steps.
    ConvNetLast,
    /// Outputs and gradients of a small network.
    NetworkFirst,
    /// Losses, tensors and outputs over five steps of it.
    NetworkLast,
    /// The outputs of the autoencoder.
    Autoencoder,
}

struct Row {
    op: Op,
    f64: f64,
    f32: f64,
    why: &'static str,
}

/// Most numbers are 10 to 30 times the worst error seen: so near the rounding of the type (1.1e-16; 6.0e-8) that no
/// error in a formula passes.
const TABLE: &[Row] = &[
    Row { op: Op::Output, f64: 5e-15, f32: 2e-6, why: "sums of up to 60 products" },
    Row { op: Op::GradientInput, f64: 1e-14, f32: 2e-6, why: "norms: a difference of sums" },
    Row { op: Op::GradientParameter, f64: 5e-15, f32: 2e-6, why: "sums over batch and pixels" },
    Row { op: Op::Running, f64: 5e-15, f32: 2e-6, why: "a mean and a variance" },
    Row { op: Op::Loss, f64: 5e-15, f32: 2e-6, why: "a mean of up to 24 logarithms" },
    Row { op: Op::GradientLoss, f64: 5e-15, f32: 2e-6, why: "a softmax or a difference" },
    Row { op: Op::Update, f64: 5e-15, f32: 2e-6, why: "5 steps of a few operations" },
    // A gradient comes in as a difference from a number below 1, which is rounded: 1e-16 where gradients are 1e-4.
    Row { op: Op::Injected, f64: 1e-12, f32: 1e-3, why: "gradients through a loss" },
    Row { op: Op::Clip, f64: 5e-15, f32: 2e-6, why: "a norm and a quotient" },
    Row { op: Op::Rate, f64: 5e-15, f32: 2e-6, why: "PyTorch sums up what we give in closed form" },
    // PyTorch in f32 is up to 1.3e-6 from PyTorch in f64: sums of up to 25 088 products.
    Row { op: Op::ConvNetFirst, f64: 1e-13, f32: 1e-5, why: "four layers and sums over pixels" },
    // The next steps start from rounded parameters; a ReLU or a maximum that is nearly 0 may turn.
    Row { op: Op::ConvNetLast, f64: 1e-12, f32: 5e-5, why: "the errors of ten steps" },
    Row { op: Op::NetworkFirst, f64: 1e-13, f32: 1e-5, why: "some layers and norms" },
    Row { op: Op::NetworkLast, f64: 1e-12, f32: 5e-5, why: "the errors of five steps" },
    // The reference ran in f32, in f64 as well the difference is its rounding.
    Row { op: Op::Autoencoder, f64: 1e-4, f32: 1e-4, why: "ten layers in f32" },
];

/// Asserts that `found` is the recorded tensor, within the tolerance of the table. Prints the error.
#[track_caller]
pub fn assert_close<T: Element>(op: Op, what: &str, found: &[T], expected: &[f64]) {
    let what = format!("{what}: {op:?} ({})", row(op).why);
    assert_within::<T>(tolerance::<T>(op), &what, found, expected);
}

/// The tolerance of the table.
pub fn tolerance<T: Element>(op: Op) -> f64 {
    if T::DTYPE == "F64" { row(op).f64 } else { row(op).f32 }
}

fn row(op: Op) -> &'static Row {
    TABLE.iter().find(|row| row.op == op).expect("a row for each operation")
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
