//! What `network!` emits, on a GPU against the CPU: forward, backward, running statistics and inference of every network of
//! nncore's tests, call by call, recorded, and replayed.

mod common;
mod networks;

use networks::data::seed;
use networks::pass::Passed;
use networks::{Case, all};
use nncore::{Cpu, CpuOptions, Error};
use nncuda::Precision;

/// The largest differences relative to the largest number of the same tensor, or to a tenth of the largest of all
/// gradients: a bias before a norm has the gradient 0, and what is computed is the rounding of others.
///
/// | precision | outputs | gradients | why |
/// |---|---|---|---|
/// | `F32` | 2e-5 | 2e-5 | sums of up to 4752 products in another order, some layers and norms deep: √4752 · 2⁻²⁴ ≈ 4e-6 |
/// | `Tf32` | 1.5e-3 | 4e-3 | operands off by 2⁻¹¹ ≈ 5e-4, in each of some layers; gradients go through twice as many |
/// | `Bf16` | 1e-2 | 3e-2 | operands off by 2⁻⁸ ≈ 4e-3, which is eight times as much |
#[derive(Clone, Copy)]
struct Tolerance {
    precision: Precision,
    outputs: f64,
    gradients: f64,
}

const F32: Tolerance = Tolerance { precision: Precision::F32, outputs: 2e-5, gradients: 2e-5 };
const TF32: Tolerance = Tolerance { precision: Precision::Tf32, outputs: 1.5e-3, gradients: 4e-3 };
const BF16: Tolerance = Tolerance { precision: Precision::Bf16, outputs: 1e-2, gradients: 3e-2 };

/// Networks where, with the numbers of their [`seed`], rounded operands change which of two values is the larger one, or the
/// sign of one before a `Relu` or `LeakyRelu`: the gradient then goes another way, and is compared in `F32` and of whole
/// numbers alone.
const TURNING: [&str; 7] =
    ["AvgExact", "ConvSame", "LargeConv", "Mixture", "Outside", "Residual", "UNet"];

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> f64 {
    numbers.into_iter().filter(|x| x.is_finite()).fold(0.0, |m, x| m.max(x.abs()))
}

/// Compares, and gives the worst difference.
fn compare(
    case: &Case,
    what: &str,
    [found, expected]: [&[f64]; 2],
    floor: f64,
    tolerance: f64,
) -> f64 {
    assert_eq!(found.len(), expected.len(), "{}, {what}", case.name);
    let scale = largest(expected).max(floor);
    let mut worst = 0.0f64;
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        // What nothing wrote is NaN on both.
        let error = if f == e || f.is_nan() && e.is_nan() { 0.0 } else { (f - e).abs() / scale };
        assert!(error <= tolerance, "{}, {what}[{i}]: {f}, not {e} (of {scale})", case.name);
        worst = worst.max(error);
    }
    worst
}

/// What is compared of each tensor: of a trained one its gradient, of another what is there behind the pass.
fn tensors(passed: &Passed) -> Vec<&[f64]> {
    let both = passed.gradients.iter().zip(&passed.tensors);
    both.map(|(gradient, tensor)| gradient.as_deref().unwrap_or(tensor)).collect()
}

fn check(batch: usize, whole: bool, tolerance: Tolerance) {
    let Tolerance { precision, outputs, gradients } = tolerance;
    let gpu = common::cuda_of(precision);
    let cpu =
        Cpu::<f32>::with_options(CpuOptions { threads: Some(1), strict: true }).expect("a thread");
    let mut worst = (0.0, "none");
    for case in all() {
        let data = (case.data)(batch, whole, seed(case.name));
        let expected = match (case.on_cpu)(&cpu, &data) {
            Err(Error::OneValuePerChannel) => {
                let found = (case.on_gpu)(&gpu, &data);
                assert!(matches!(found, Err(Error::OneValuePerChannel)), "{}", case.name);
                continue;
            }
            expected => expected.unwrap_or_else(|e| panic!("{}: {e}", case.name)),
        };
        let found = (case.on_gpu)(&gpu, &data);
        let found = found.unwrap_or_else(|e| panic!("{}: {e}\n{}", case.name, common::fault()));
        let both = [&*found.output, &*expected.output];
        let mut error = compare(case, "output", both, 0.0, outputs);
        let both = [&*found.inferred, &*expected.inferred];
        error = error.max(compare(case, "inference", both, 0.0, outputs));
        let [found, expected] = [tensors(&found), tensors(&expected)];
        let floor = 0.1 * largest(expected.iter().copied().flatten());
        let is_turning = precision != Precision::F32 && !whole && TURNING.contains(&case.name);
        for (i, (f, e)) in found.iter().zip(&expected).enumerate().filter(|_| !is_turning) {
            let what = format!("tensor {i}");
            error = error.max(compare(case, &what, [f, e], floor, gradients));
        }
        if error > worst.0 {
            worst = (error, case.name);
        }
    }
    println!("{precision:?}, batch {batch}: worst {worst:?}");
}

#[test]
fn batches_of_1_are_those_of_the_cpu() {
    check(1, false, F32);
}

#[test]
fn batches_of_3_are_those_of_the_cpu() {
    check(3, false, F32);
}

#[test]
fn batches_of_9_are_those_of_the_cpu() {
    check(9, false, F32);
}

#[test]
fn whole_numbers_are_those_of_the_cpu() {
    check(2, true, F32);
}

#[test]
fn products_of_tf32_are_near() {
    check(3, false, TF32);
    check(2, true, TF32);
}

#[test]
fn products_of_bf16_are_near() {
    check(3, false, BF16);
    check(2, true, BF16);
}
