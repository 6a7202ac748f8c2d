//! Whether a device computes what the CPU computes.

use nncore::device::Device;
use nncore::network::Other;
use nncore::prelude::*;
use nncore::{Error, shape::OneInput};
use nncuda::Precision;

use super::{Failure, Machine};
use crate::{inputs, labels};

/// How far numbers may be apart. Losses are relative to themselves. Gradients in f32 are each relative to the largest of
/// their tensor. On tensor cores the norm of a tensor's differences is relative to its norm: where the largest of a pool's
/// window becomes another number, few gradients differ by much.
///
/// | precision | tolerance | why |
/// |---|---|---|
/// | f32 | 1e-4 | sums of up to 25088 products in another order: √25088 · 2⁻²⁴ ≈ 1e-5, over several layers and steps |
/// | tf32 | 5e-2 | operands are rounded by up to 2⁻¹², and the largest of a pool's window becomes another: 2.4e-2 by the driver in software |
/// | bf16 | 2e-1 | the same by 2⁻⁹: 7.6e-2 |
fn tolerance(precision: Precision) -> f64 {
    match precision {
        Precision::F32 => 1e-4,
        Precision::Tf32 => 5e-2,
        Precision::Bf16 => 2e-1,
    }
}

/// What was compared, and how far it was apart at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Checks {
    /// Samples of a batch.
    pub batch: usize,
    /// Steps of training.
    pub steps: usize,
    /// The largest difference of a loss, relative to it.
    pub loss: f64,
    /// The largest difference of a gradient, relative to the largest of its tensor.
    pub gradient: f64,
    /// The largest difference that is allowed.
    pub tolerance: f64,
}

/// What a training gave.
struct Trained {
    /// Of the first batch, tensor by tensor.
    gradients: Vec<Vec<f32>>,
    losses: Vec<f32>,
}

fn trained<N, D>(device: &D, batch: usize, steps: usize) -> Result<Trained, Error>
where
    N: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    D: Device<Element = f32>,
{
    let (x, y) = (inputs::<N::Input>(batch), labels(batch));
    let mut model = Model::<N, _>::init(device, Seed(1))?;
    let sgd = Sgd::new(0.01).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(batch))?;
    trainer.gradients_of(&x, &y)?;
    let mut gradients = Vec::new();
    for tensor in N::TENSORS.iter().filter(|tensor| !tensor.is_kept()) {
        gradients.push(trainer.gradient(tensor.name)?);
    }
    let losses = (0..steps).map(|_| trainer.step(&x, &y)).collect::<Result<_, _>>()?;
    Ok(Trained { gradients, losses })
}

/// The largest difference relative to `scale`, which is infinite where a number is not one; and where it is.
fn difference(found: &[f32], expected: &[f32], scale: f64) -> (f64, usize) {
    let mut worst = (0.0, 0);
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let d = (f64::from(*f) - f64::from(*e)).abs();
        let d = if d.is_nan() { f64::INFINITY } else { d / scale };
        if d > worst.0 {
            worst = (d, i);
        }
    }
    worst
}

/// The root of a sum of squares.
fn norm(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.map(|x| x * x).sum::<f64>().sqrt()
}

/// How far a tensor's gradients are apart, and where most.
fn apart(found: &[f32], expected: &[f32], precision: Precision) -> (f64, usize) {
    let largest = expected.iter().fold(f32::MIN_POSITIVE, |m, x| m.max(x.abs()));
    let (d, i) = difference(found, expected, f64::from(largest));
    if precision == Precision::F32 || d.is_infinite() {
        return (d, i);
    }
    let pairs = found.iter().zip(expected).map(|(f, e)| f64::from(*f) - f64::from(*e));
    let scale = norm(expected.iter().map(|e| f64::from(*e)));
    (norm(pairs) / scale.max(f64::from(f32::MIN_POSITIVE)), i)
}

/// Compares the gradients of a batch, and the losses of some steps, with those of the CPU.
///
/// # Errors
/// When they differ by more than rounding, or a step fails.
pub fn check<N, M>(machine: &M, batch: usize, steps: usize) -> Result<Checks, Failure>
where
    N: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    M: Machine,
{
    let cpu = Cpu::<f32>::with_options(CpuOptions { threads: None, strict: true })?;
    let expected = trained::<N, _>(&cpu, batch, steps)?;
    let found = trained::<N, _>(machine.device(), batch, steps)?;
    compare(&names::<N>(), [&found, &expected], batch, machine.precision())
}

/// The tensors that have a gradient.
fn names<N: Network>() -> Vec<&'static str> {
    N::TENSORS.iter().filter(|t| !t.is_kept()).map(|t| t.name).collect()
}

fn compare(
    names: &[&str],
    [found, expected]: [&Trained; 2],
    batch: usize,
    precision: Precision,
) -> Result<Checks, Failure> {
    let (steps, tolerance) = (expected.losses.len(), tolerance(precision));
    let mut checks = Checks { batch, steps, loss: 0.0, gradient: 0.0, tolerance };
    let fails = |what: String, i: usize, found: &[f32], expected: &[f32], d: f64| {
        Failure::Differs(format!(
            "{what}\nexpected: {}\n   found: {}\nrelative difference {d:.1e}, of which {tolerance:.0e} may come from rounding",
            expected[i], found[i]
        ))
    };
    for ((name, f), e) in names.iter().zip(&found.gradients).zip(&expected.gradients) {
        let (d, i) = apart(f, e, precision);
        if d > tolerance {
            return Err(fails(format!("gradient {i} of `{name}`"), i, f, e, d));
        }
        checks.gradient = checks.gradient.max(d);
    }
    for step in 0..steps {
        let (f, e) = (&found.losses[step..=step], &expected.losses[step..=step]);
        let (d, _) = difference(f, e, f64::from(e[0].abs().max(f32::MIN_POSITIVE)));
        if d > tolerance {
            return Err(fails(format!("loss of step {}", step + 1), 0, f, e, d));
        }
        checks.loss = checks.loss.max(d);
    }
    Ok(checks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(gradient: f32, loss: f32) -> Trained {
        Trained { gradients: vec![vec![1.0, gradient]], losses: vec![2.0, loss] }
    }

    #[test]
    fn what_is_too_far_apart_is_told() {
        let expected = numbers(0.5, 1.5);
        let text = |found: Trained| match compare(
            &["fc.weight"],
            [&found, &expected],
            2,
            Precision::F32,
        ) {
            Err(Failure::Differs(text)) => text,
            other => panic!("{other:?}"),
        };
        let near = compare(&["fc.weight"], [&numbers(0.50001, 1.5), &expected], 2, Precision::F32)
            .unwrap();
        assert!(near.gradient > 0.9e-5 && near.gradient < 1.1e-5 && near.loss == 0.0, "{near:?}");
        assert!(
            text(numbers(0.51, 1.5))
                .starts_with("gradient 1 of `fc.weight`\nexpected: 0.5\n   found: 0.51\n")
        );
        assert!(text(numbers(f32::NAN, 1.5)).contains("found: NaN"));
        assert!(text(numbers(0.5, 1.6)).starts_with("loss of step 2\n"));
    }
}
