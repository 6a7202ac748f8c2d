//! Times the ConvNet: a training step (batch 64) and inferences (batch 64 and 1), in the form in which
//! `peers/torch_convnet.py --json` prints its times, so that `peers/compare.py` can set them side by side.
//!
//! Usage: `convnet_times [THREADS [ROUNDS]]`

use std::time::Instant;

use benches::{ConvNet, inputs, labels};
use nncore::prelude::*;

/// A round lasts this long, in seconds.
const ROUND: f64 = 1.0;

/// What is timed: its name, and one call.
type Case<'a> = (&'a str, Box<dyn FnMut() -> Result<(), nncore::Error> + 'a>);

fn main() -> Result<(), nncore::Error> {
    let mut numbers = std::env::args().skip(1).filter_map(|a| a.parse::<usize>().ok());
    let threads = numbers.next().unwrap_or(1);
    let rounds = numbers.next().unwrap_or(7);
    let device = Cpu::with_threads(threads)?;
    let mut model = Model::<ConvNet, _>::init(&device, Seed(1))?;
    let other = Model::<ConvNet, _>::init(&device, Seed(1))?;
    let (x, y, one) = (inputs(64), labels(64), inputs(1));
    let sgd = Sgd::new(0.01).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(64))?;
    let mut many = Predictor::new(&other, Capacity(64))?;
    let mut single = Predictor::new(&other, Capacity(1))?;
    let (mut out, mut out_one) = (Batch::zeros(64), Batch::zeros(1));
    let mut cases: [Case<'_>; 3] = [
        ("train_64", Box::new(|| trainer.step(&x, &y).map(drop))),
        ("infer_64", Box::new(|| many.run_into(&x, &mut out))),
        ("infer_1", Box::new(|| single.run_into(&one, &mut out_one))),
    ];
    for (_, call) in &mut cases {
        for _ in 0..3 {
            call()?;
        }
    }
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..rounds {
        for ((_, call), times) in cases.iter_mut().zip(&mut times) {
            let (start, mut calls) = (Instant::now(), 0);
            while start.elapsed().as_secs_f64() < ROUND {
                call()?;
                calls += 1;
            }
            times.push(1e3 * start.elapsed().as_secs_f64() / f64::from(calls));
        }
    }
    for ((name, _), times) in cases.iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        let (median, min, max) = (times[times.len() / 2], times[0], times[times.len() - 1]);
        println!(
            "{{\"name\": \"{name}\", \"threads\": {threads}, \"median_ms\": {median:.4}, \"min_ms\": {min:.4}, \"max_ms\": {max:.4}}}"
        );
    }
    Ok(())
}
