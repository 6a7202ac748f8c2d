//! Reads digits: the weights lie in the program, and are used where they lie.
//!
//! ```text
//! cargo run --release -p digits
//! ```
#![no_std]
#![no_main]

use nncore::include_weights;
use nncore::metrics::largest;
use nncore::tiny::{self, Memory, Predictor, Weights};

include!("network.rs");

#[path = "../../platform/mod.rs"]
mod platform;

use platform::{print, print_number};

static WEIGHTS: Weights<Digits, { tiny::weights_len::<Digits>() }> =
    include_weights!("../weights.safetensors" for Digits);

/// What an inference of one sample needs.
static MEMORY: Memory<{ tiny::inference_len::<Digits>(1) }> = Memory::new();

/// The pixels of a digit as numbers.
static PIXELS: Memory<784> = Memory::new();

/// Digits of MNIST's test set: 784 pixels and the label, a byte each.
static DIGITS: &[u8] = include_bytes!("../digits.bin");

/// Prints what each of ten digits is taken for; the number of mistakes.
fn run() -> i32 {
    let (Some(memory), Some(pixels)) = (MEMORY.take(), PIXELS.take()) else { return -1 };
    let mut predictor = Predictor::<Digits>::new(&WEIGHTS, memory);
    let mut mistakes = 0;
    for digit in DIGITS.chunks_exact(785).take(10) {
        let Some((label, bytes)) = digit.split_last() else { return -1 };
        for (x, byte) in pixels.iter_mut().zip(bytes) {
            *x = f32::from(*byte) / 255.0;
        }
        let Ok(logits) = predictor.run(pixels) else { return -1 };
        let found = largest(logits).unwrap_or(0) as u32;
        print(b"a ");
        print_number(u32::from(*label));
        print(b" is taken for a ");
        print_number(found);
        print(b"\n");
        mistakes += i32::from(found != u32::from(*label));
    }
    mistakes
}
