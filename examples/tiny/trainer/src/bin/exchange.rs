//! Writes a weight file on the device, and reads one: what is learnt here goes to a server, and what a server has learnt
//! comes back, while the program runs. A file with a damaged header is refused, and nothing panics.
//!
//! ```text
//! cargo run --release -p trainer --bin exchange
//! ```
#![no_std]
#![no_main]

use nncore::optim::{Rule, Sgd};
use nncore::prelude::{CrossEntropy, Group, Seed};
use nncore::tiny::{self, Memory, Recipe, Trainer, WeightsRef};

#[path = "../../../platform/mod.rs"]
mod platform;
#[path = "../report.rs"]
#[allow(dead_code)] // what it says of accuracy
mod report;
#[path = "../samples.rs"]
mod samples;

use platform::print;
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
    const OPTIMIZER: Rule =
        Sgd::new(0.1).momentum(0.9).into_rule().group("fc1.*", Group::new().learning_rate(0.5));
}

/// Samples of a step.
const BATCH: usize = 16;

/// What the trainer works on.
static MEMORY: Memory<{ tiny::training_len::<Small, Training>(BATCH) }> = Memory::new();

/// Weights that came from a file.
static WEIGHTS: Memory<{ tiny::weights_len::<Small>() }> = Memory::new();

/// Trains for some steps from weights that were read, or the first ones.
fn train(
    memory: &mut [f32],
    weights: Option<WeightsRef<'_, Small>>,
    file: &mut [u8],
) -> Option<usize> {
    let mut trainer = match weights {
        Some(weights) => Trainer::<Small, Training, BATCH>::in_slice(weights, memory).ok()?,
        None => Trainer::<Small, Training, BATCH>::init_in_slice(memory, Seed(1)).ok()?,
    };
    let (mut samples, mut inputs, mut labels) =
        (Samples::<6, 4>::new(Seed(1), 0.5), [0.0; 6 * BATCH], [0; BATCH]);
    for step in 1..=100 {
        samples.next(&mut inputs, &mut labels);
        let loss = trainer.step(&inputs, &labels).ok()?;
        if step % 50 == 0 {
            report::step(step, loss);
        }
    }
    report::weights(trainer.weights().parameters());
    trainer.weights().write(file).ok()
}

/// Trains, writes, damages, reads, and trains on; 0 when all is as it should be.
fn run() -> i32 {
    let (Some(memory), Some(numbers)) = (MEMORY.take(), WEIGHTS.take()) else { return 1 };
    let mut file = [0; tiny::weight_file_len::<Small>()];
    if train(memory, None, &mut file) != Some(file.len()) {
        return 2;
    }
    // The last dtype of the header, behind which the tensors lie: `F31` in the place of `F32`.
    let Some((len, rest)) = file.split_first_chunk() else { return 3 };
    let header = rest.get(..u64::from_le_bytes(*len) as usize).unwrap_or_default();
    let Some(at) = header.windows(3).rposition(|bytes| bytes == b"F32") else { return 3 };
    let mut damaged = file;
    let Some(digit) = damaged.get_mut(8 + at + 2) else { return 3 };
    *digit = b'1';
    match WeightsRef::<Small>::read(&damaged, numbers) {
        Ok(_) => return 4,
        Err(error) => {
            print(b"refused for: ");
            print(error.tensor().unwrap_or("?").as_bytes());
            print(b"\n");
        }
    }
    let Ok(weights) = WeightsRef::<Small>::read(&file, numbers) else { return 5 };
    report::weights(weights.parameters());
    let written = weights.write(&mut damaged).ok();
    if written != Some(file.len()) || damaged.iter().zip(&file).any(|(a, b)| a != b) {
        return 6;
    }
    if train(memory, Some(weights), &mut file) != Some(file.len()) {
        return 7;
    }
    0
}
