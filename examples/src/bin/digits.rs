//! Trains the network that `examples/tiny/digits` runs without an operating system, and writes what that program holds:
//! `weights.safetensors`, and a hundred digits of the test set in `digits.bin`, 784 pixels and the label, a byte each.
//!
//! ```text
//! cargo run --release --bin digits -- MNIST_FOLDER examples/tiny/digits
//! ```

use std::error::Error;
use std::path::Path;

use nncore::data::Pictures;
use nncore::metrics::argmax;
use nncore::prelude::*;
use nncore::random::{Purpose, Stream};

include!("../../tiny/digits/src/network.rs");

const BATCH: usize = 64;
const EPOCHS: u64 = 6;

type Samples = (Batch<Vector<784>>, Batch<ClassIndex<10>>);

/// The pictures of these numbers: a pixel is its byte / 255, which a device computes without a table.
fn samples(pictures: &Pictures, which: &[u32]) -> Result<Samples, nncore::Error> {
    let pixels = which.iter().flat_map(|i| pictures.picture(*i as usize).pixels);
    let inputs = pixels.map(|byte| f32::from(*byte) / 255.0).collect();
    let labels = which.iter().map(|i| pictures.label(*i as usize)).collect();
    Ok((Batch::from_vec(inputs)?, Batch::from_vec(labels)?))
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, out] = &arguments[..] else {
        return Err("usage: digits MNIST_FOLDER OUTPUT_FOLDER".into());
    };
    let data = nncore::data::open(data)?;
    let (train, test) = (data.train, data.test.ok_or("the folder has no test set")?);
    if train.channels() != 1 || train.picture(0).pixels.len() != 784 {
        return Err("expected: grey pictures of 28 x 28 pixels".into());
    }

    let mut model = Model::<Digits, _>::init(&Cpu::new()?, Seed(1))?;
    let steps = EPOCHS * train.len().div_ceil(BATCH) as u64;
    let adam = Adam::new(2e-3).schedule(Schedule::cosine(steps));
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), adam, Capacity(BATCH))?;
    for epoch in 0..EPOCHS {
        let mut order = vec![0; train.len()];
        Stream::new(Seed(1), Purpose::Shuffle, epoch, 0).permutation(&mut order);
        let mut sum = 0.0;
        for which in order.chunks(BATCH) {
            let (inputs, labels) = samples(&train, which)?;
            sum += trainer.step(&inputs, &labels)? * which.len() as f32;
        }
        println!("epoch {}: loss {:.4}", epoch + 1, sum / train.len() as f32);
    }

    let all: Vec<u32> = (0..test.len() as u32).collect();
    let (inputs, labels) = samples(&test, &all)?;
    let logits = Predictor::new(&model, Capacity(test.len()))?.run(&inputs)?;
    let right = logits.samples().zip(labels.items()).filter(|(x, y)| argmax(x) == **y as usize);
    println!("test accuracy: {:.2} %", 100.0 * right.count() as f64 / test.len() as f64);

    model.save(Path::new(out).join("weights.safetensors"))?;
    let mut bytes = Vec::new();
    for i in 0..100.min(test.len()) {
        bytes.extend_from_slice(test.picture(i).pixels);
        bytes.push(test.label(i) as u8);
    }
    std::fs::write(Path::new(out).join("digits.bin"), bytes)?;
    Ok(())
}
