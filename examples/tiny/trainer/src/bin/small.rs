//! Trains 6-64-4, a network for a few sensors, with no allocator and no operating system.
//!
//! ```text
//! cargo run --release -p trainer --bin small
//! ```
#![no_std]
#![no_main]

use nncore::metrics::largest;
use nncore::optim::{Rule, Sgd};
use nncore::prelude::{CrossEntropy, Seed};
use nncore::tiny::{self, Memory, Recipe, Trainer};

#[path = "../../../platform/mod.rs"]
mod platform;
#[path = "../report.rs"]
mod report;
#[path = "../samples.rs"]
mod samples;

use samples::Samples;

nncore::network! {
    /// Six sensors to four logits.
    struct Small;
    input: [6];
    fc1: Linear(6 -> 64);
    relu: Relu;
    fc2: Linear(64 -> 4);
}

/// How it is trained.
struct Training;

impl Recipe<Small> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Sgd::new(0.1).momentum(0.9).into_rule();
}

/// Samples of a step.
const BATCH: usize = 16;

/// Tensors, gradients and momentum, and what a step of a batch works on.
static MEMORY: Memory<{ tiny::training_len::<Small, Training>(BATCH) }> = Memory::new();

/// The inputs of a batch.
static INPUTS: Memory<{ 6 * BATCH }> = Memory::new();

/// Trains on made-up samples, and prints the loss and, at last, how many of a new batch are taken for what they are.
fn run() -> i32 {
    let (Some(memory), Some(inputs)) = (MEMORY.take(), INPUTS.take()) else { return 1 };
    let mut labels = [0; BATCH];
    let mut samples = Samples::<6, 4>::new(Seed(1), 0.5);
    let mut trainer = Trainer::<Small, Training, BATCH>::init(memory, Seed(1));
    for step in 1..=400 {
        samples.next(inputs, &mut labels);
        let Ok(loss) = trainer.step(inputs, &labels) else { return 2 };
        if step % 100 == 0 {
            report::step(step, loss);
        }
    }
    report::weights(trainer.weights().parameters());
    // A step tells of its batch before the update: one more, of samples that were never seen.
    samples.next(inputs, &mut labels);
    if trainer.step(inputs, &labels).is_err() {
        return 2;
    }
    let rows = trainer.output().chunks_exact(4);
    let right = rows.zip(&labels).filter(|(row, label)| largest(row) == Some(**label as usize));
    report::right(right.count(), BATCH)
}
