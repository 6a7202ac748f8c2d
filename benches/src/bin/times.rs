//! Times networks on the CPU, training steps and inferences, in the form in which `peers/networks.py` prints
//! its times, so that `peers/compare.py` can set them side by side.

use std::time::Instant;

use benches::networks::{DsCnn, MobileNet, ResNet8};
use benches::{ConvNet, Mlp, inputs, labels};
use clap::Parser;
use nncore::prelude::*;

/// Times networks on the CPU: a JSON object a line.
#[derive(Parser)]
struct Options {
    /// Threads.
    #[arg(long, default_value_t = 1)]
    threads: usize,
    /// Rounds, in which the cases take turns.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of a case in a round.
    #[arg(long, default_value_t = 0.5)]
    seconds: f64,
    /// The cases whose name contains this, as `resnet8` or `train`.
    #[arg(long, default_value = "")]
    only: String,
}

/// What is timed: its name, and one call.
type Case = (String, Box<dyn FnMut() -> Result<(), nncore::Error>>);

/// The cases of a network: a training step of so many samples, inferences of so many.
macro_rules! cases {
    ($cases:ident, $device:ident, $name:literal, $network:ident, $train:literal, [$($infer:literal),*]) => {
        // All of them live as long as the program.
        let model = Box::leak(Box::new(Model::<$network, _>::init(&$device, Seed(1))?));
        let sgd = Sgd::new(0.01).momentum(0.9);
        let mut trainer = Trainer::new(model, CrossEntropy::new(), sgd, Capacity($train))?;
        let (x, y) = (inputs($train), labels($train));
        let step: Box<dyn FnMut() -> _> = Box::new(move || trainer.step(&x, &y).map(drop));
        $cases.push((format!("{} train {}", $name, $train), step));
        let model = &*Box::leak(Box::new(Model::<$network, _>::init(&$device, Seed(1))?));
        $(
            let mut predictor = Predictor::new(model, Capacity($infer))?;
            let (x, mut out) = (inputs($infer), Batch::zeros($infer));
            let infer: Box<dyn FnMut() -> _> = Box::new(move || predictor.run_into(&x, &mut out));
            $cases.push((format!("{} infer {}", $name, $infer), infer));
        )*
    };
}

fn main() -> Result<(), nncore::Error> {
    let options = Options::parse();
    let device = Cpu::with_threads(options.threads)?;
    let mut cases: Vec<Case> = Vec::new();
    cases!(cases, device, "convnet", ConvNet, 64, [64, 1]);
    cases!(cases, device, "mlp", Mlp, 64, [1]);
    cases!(cases, device, "resnet8", ResNet8, 32, [32, 1]);
    cases!(cases, device, "dscnn", DsCnn, 32, [32, 1]);
    cases!(cases, device, "mobilenet", MobileNet, 32, [32, 1]);
    cases.retain(|(name, _)| name.contains(&options.only));
    for (_, call) in &mut cases {
        for _ in 0..3 {
            call()?;
        }
    }
    let mut times = vec![Vec::new(); cases.len()];
    for _ in 0..options.rounds {
        for ((_, call), times) in cases.iter_mut().zip(&mut times) {
            let (start, mut calls) = (Instant::now(), 0);
            while start.elapsed().as_secs_f64() < options.seconds {
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
            "{{\"name\": \"{name}\", \"threads\": {}, \"median_ms\": {median:.4}, \"min_ms\": {min:.4}, \"max_ms\": {max:.4}}}",
            options.threads
        );
    }
    Ok(())
}
