//! Learns how a user writes: a layer that the server trained stays in flash, and the head after it is trained in RAM.
//!
//! The user of this program writes mirrored. Forty digits are for training, forty others tell what was learned.
//!
//! ```text
//! cargo run --release -p personal
//! ```
#![no_std]
#![no_main]

use nncore::include_weights;
use nncore::metrics::Confusion;
use nncore::optim::{Rule, Sgd};
use nncore::prelude::{CrossEntropy, Seed};
use nncore::random::{Purpose, Stream};
use nncore::tiny::{self, Memory, Predictor, Recipe, Trainer, Weights, WeightsRef};

#[path = "../../platform/mod.rs"]
mod platform;

use platform::{print, print_number, print_real};

nncore::network! {
    /// The network of `digits`, with its first layer as it is.
    struct Personal;
    input: [784];
    #[frozen]
    fc1: Linear(784 -> 128);
    relu: Relu;
    fc2: Linear(128 -> 10);
}

static WEIGHTS: Weights<Personal, { tiny::weights_len::<Personal>() }> =
    include_weights!("../../digits/weights.safetensors" for Personal);

/// Digits of MNIST's test set: 784 pixels and the label, a byte each.
static DIGITS: &[u8] = include_bytes!("../../digits/digits.bin");

/// How the head is trained.
struct Training;

impl Recipe<Personal> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Sgd::new(0.02).into_rule();
}

/// Samples of a step.
const BATCH: usize = 8;
/// Digits for training, and as many others for the test.
const SHARE: usize = 40;

static MEMORY: Memory<{ tiny::training_len::<Personal, Training>(BATCH) }> = Memory::new();
static TEST: Memory<{ tiny::inference_len::<Personal>(1) }> = Memory::new();
static PIXELS: Memory<{ 784 * BATCH }> = Memory::new();

/// Digit number `i` as this user writes it; its label.
fn digit(i: usize, pixels: &mut [f32]) -> u32 {
    let Some(bytes) = DIGITS.chunks_exact(785).nth(i) else { return 0 };
    let Some((label, bytes)) = bytes.split_last() else { return 0 };
    for (row, from) in pixels.chunks_exact_mut(28).zip(bytes.chunks_exact(28)) {
        for (x, byte) in row.iter_mut().zip(from.iter().rev()) {
            *x = f32::from(*byte) / 255.0;
        }
    }
    u32::from(*label)
}

/// How the digits that were not trained on are taken.
fn test(
    weights: WeightsRef<'_, Personal>,
    room: &mut [f32],
    pixels: &mut [f32],
) -> Option<Confusion<10>> {
    let mut predictor = Predictor::<Personal>::in_slice(weights, room).ok()?;
    let mut confusion = Confusion::new();
    let pixels = pixels.get_mut(..784)?;
    for i in SHARE..2 * SHARE {
        let label = digit(i, pixels);
        confusion.record(predictor.run(pixels).ok()?, label);
    }
    Some(confusion)
}

fn print_accuracy(name: &[u8], confusion: &Confusion<10>) {
    print(name);
    print_real(100.0 * confusion.accuracy() as f32);
    print(b" % of the digits\n");
}

/// Tests, trains and tests again; 0 if that helped.
fn run() -> i32 {
    learn().unwrap_or(1)
}

fn learn() -> Option<i32> {
    let (memory, room, pixels) = (MEMORY.take()?, TEST.take()?, PIXELS.take()?);
    let before = test(WeightsRef::from(&WEIGHTS), room, pixels)?;
    print_accuracy(b"before: ", &before);
    let mut trainer = Trainer::<Personal, Training, BATCH>::new(&WEIGHTS, memory);
    let mut labels = [0; BATCH];
    for epoch in 0..20 {
        let mut order = [0; SHARE];
        Stream::new(Seed(1), Purpose::Shuffle, epoch, 0).permutation(&mut order);
        for batch in order.chunks_exact(BATCH) {
            for ((i, x), label) in batch.iter().zip(pixels.chunks_exact_mut(784)).zip(&mut labels) {
                *label = digit(*i as usize, x);
            }
            trainer.step(pixels, &labels).ok()?;
        }
    }
    print(b"steps: ");
    print_number(trainer.steps() as u32);
    print(b"\n");
    let after = test(trainer.weights(), room, pixels)?;
    print_accuracy(b"after: ", &after);
    Some(i32::from(after.correct() <= before.correct()))
}
