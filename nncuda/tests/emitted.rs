//! What `network!` emits, on a GPU against the CPU: forward, backward, running statistics and inference of every network of
//! nncore's tests, call by call, recorded, and replayed.

mod common;
mod networks;

use networks::{Case, all};
use nncore::{Cpu, CpuOptions, Error};

/// The largest difference relative to the largest number of the same tensor, or to a tenth of the largest of all
/// gradients: a bias ahead of a norm has the gradient 0, and what is computed is the rounding of others.
///
/// | what | tolerance | why |
/// |---|---|---|
/// | all | 2e-5 | sums of up to 4752 products in another order, some layers and norms deep: √4752 · 2⁻²⁴ ≈ 4e-6 |
const TOLERANCE: f32 = 2e-5;

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f32>) -> f32 {
    numbers.into_iter().filter(|x| x.is_finite()).fold(0.0, |m, x| m.max(x.abs()))
}

/// Compares, and gives the worst difference.
fn compare(case: &Case, what: &str, found: &[f32], expected: &[f32], floor: f32) -> f32 {
    assert_eq!(found.len(), expected.len(), "{}, {what}", case.name);
    let scale = largest(expected).max(floor);
    let mut worst = 0.0f32;
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        // What nothing wrote is NaN on both.
        let error = if f == e || f.is_nan() && e.is_nan() { 0.0 } else { (f - e).abs() / scale };
        assert!(error <= TOLERANCE, "{}, {what}[{i}]: {f}, not {e} (of {scale})", case.name);
        worst = worst.max(error);
    }
    worst
}

fn check(batch: usize, whole: bool) {
    let gpu = common::cuda();
    let cpu = Cpu::<f32>::with(CpuOptions { threads: Some(1), strict: true }).expect("a thread");
    let mut worst = (0.0, "none");
    for (i, case) in all().enumerate() {
        let data = (case.data)(batch, whole, i as u64);
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
        let floor = 0.1 * largest(expected.tensors.iter().flat_map(|(_, values)| values));
        let mut error = compare(case, "output", &found.outputs, &expected.outputs, 0.0);
        error = error.max(compare(case, "inference", &found.inferred, &expected.inferred, 0.0));
        for ((name, f), (_, e)) in found.tensors.iter().zip(&expected.tensors) {
            error = error.max(compare(case, name, f, e, floor));
        }
        if error > worst.0 {
            worst = (error, case.name);
        }
    }
    println!("batch {batch}: worst {worst:?}");
}

#[test]
fn batches_of_1_are_those_of_the_cpu() {
    check(1, false);
}

#[test]
fn batches_of_3_are_those_of_the_cpu() {
    check(3, false);
}

#[test]
fn batches_of_9_are_those_of_the_cpu() {
    check(9, false);
}

#[test]
fn whole_numbers_are_those_of_the_cpu() {
    check(2, true);
}
