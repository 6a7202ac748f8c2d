//! Dropout in emitted code: how much it drops, and what its mask depends on.
#![cfg(feature = "std")]

use nncore::prelude::*;

const WIDTH: usize = 3000;

network! {
    struct Masked;
    input: [WIDTH];
    norm: LayerNorm;
    drop: Dropout(0.3);
}

network! {
    /// The same, one layer later.
    struct Later;
    input: [WIDTH];
    norm: LayerNorm;
    flat: Flatten;
    drop: Dropout(0.3);
}

/// Outputs and gradients of `norm.bias` in some steps. The norm's weight is 0 and its bias 1, so
/// the output is the mask over 1 - p, and the gradient that of the output where the mask is 1.
fn steps<N: Network<Input: OneInput, Output: OneOutput>>(
    threads: usize,
    batch: usize,
    seed: u64,
) -> Vec<(Vec<f32>, Vec<f32>)> {
    let device = Cpu::with_threads(threads).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(1)).unwrap();
    model.set_tensor("norm.weight", &[0.0; WIDTH]).unwrap();
    model.set_tensor("norm.bias", &[1.0; WIDTH]).unwrap();
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.0), Capacity(batch)).unwrap();
    trainer = trainer.seed(Seed(seed));
    let inputs = Batch::zeros(batch);
    let mut targets = Batch::zeros(batch);
    targets.items_mut().fill(-1.0); // no output is -1, so no gradient is 0 by itself
    (0..3)
        .map(|_| {
            trainer.step(&inputs, &targets).unwrap();
            let output = trainer.output().unwrap().items().to_vec();
            (output, trainer.gradient("norm.bias").unwrap())
        })
        .collect()
}

#[test]
fn it_drops_the_declared_part_and_scales_the_rest() {
    let (output, _) = &steps::<Masked>(1, 8, 5)[0];
    let kept = output.iter().filter(|y| **y != 0.0).count() as f64;
    let n = output.len() as f64;
    let sigma = (n * 0.3 * 0.7).sqrt();
    assert!((kept - 0.7 * n).abs() < 4.0 * sigma, "{kept} of {n}");
    assert!(output.iter().all(|y| *y == 0.0 || *y == (1.0 / 0.7) as f32));
}

#[test]
fn the_gradient_is_dropped_where_the_output_was() {
    for (output, gradient) in steps::<Masked>(2, 1, 6) {
        let expected = 2.0 * (1.0 / 0.7 + 1.0) / WIDTH as f64 / 0.7;
        for (y, g) in output.iter().zip(&gradient) {
            assert_eq!(*y == 0.0, *g == 0.0);
            assert!(*g == 0.0 || (f64::from(*g) / expected - 1.0).abs() < 1e-6, "{g}, {expected}");
        }
    }
}

/// The part in which two masks agree; for independent ones p² + (1 - p)² = 0.58.
fn agreement(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).filter(|(a, b)| a == b).count() as f64 / a.len() as f64
}

fn assert_independent(a: &[f32], b: &[f32]) {
    let sigma = (0.58 * 0.42 / a.len() as f64).sqrt();
    let found = agreement(a, b);
    assert!((found - 0.58).abs() < 4.0 * sigma, "{found}");
}

#[test]
fn masks_of_steps_samples_layers_and_seeds_are_independent() {
    let runs = steps::<Masked>(1, 2, 7);
    assert_independent(&runs[0].0, &runs[1].0);
    assert_independent(&runs[1].0, &runs[2].0);
    let (first, second) = runs[0].0.split_at(WIDTH);
    assert_independent(first, second);
    assert_independent(&runs[0].0, &steps::<Later>(1, 2, 7)[0].0);
    assert_independent(&runs[0].0, &steps::<Masked>(1, 2, 8)[0].0);
}

#[test]
fn masks_depend_on_no_thread_and_no_other_sample() {
    // 400 samples pass the size from which on threads are used.
    let one = steps::<Masked>(1, 400, 9);
    for threads in [2, 3, 8] {
        assert_eq!(one, steps::<Masked>(threads, 400, 9), "{threads}");
    }
    let (few, _) = &steps::<Masked>(1, 3, 9)[0];
    assert_eq!(one[0].0[..3 * WIDTH], few[..]);
}
