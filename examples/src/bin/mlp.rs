//! A first program: a network of two linear layers that learns ten patterns, in sixty lines.
//!
//! ```text
//! cargo run --release --bin mlp
//! ```
//!
//! The data are made up: each class is a random picture of 28 × 28 pixels, and a sample is that
//! picture under four times as much noise. With real data, the loops stay as they are.

use nncore::metrics::argmax;
use nncore::prelude::*;
use nncore::random::{Purpose, Random, Stream};

network! {
    /// A multilayer perceptron: pixels in, ten logits out.
    pub struct Mlp;
    input: [784];
    fc1: Linear(784 -> 128);
    act: Relu;
    fc2: Linear(128 -> 10);
}

type Samples = (Batch<Vector<784>>, Batch<ClassIndex<10>>);

/// 64 samples of random classes.
fn samples(random: &mut Random, patterns: &Batch<Vector<784>>) -> Samples {
    let (mut inputs, mut labels) = (Batch::zeros(64), Batch::zeros(64));
    for i in 0..64 {
        let label = random.below(10);
        let pattern = patterns.sample(label as usize);
        labels.sample_mut(i)[0] = label;
        for (x, p) in inputs.sample_mut(i).iter_mut().zip(pattern) {
            *x = 0.25 * p + random.normal() as f32;
        }
    }
    (inputs, labels)
}

fn main() -> Result<(), nncore::Error> {
    let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
    let mut patterns = Batch::zeros(10);
    patterns.items_mut().iter_mut().for_each(|x| *x = random.normal() as f32);

    println!("{}", Mlp::SUMMARY);
    let device = Cpu::new()?;
    let mut model = Model::<Mlp, _>::init(&device, Seed(1))?;
    let sgd = Sgd::new(0.01).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(64))?;
    for step in 1..=200 {
        let (inputs, labels) = samples(&mut random, &patterns);
        let loss = trainer.step(&inputs, &labels)?;
        if step % 50 == 0 {
            println!("step {step}: loss {loss:.4}");
        }
    }

    let (inputs, labels) = samples(&mut random, &patterns); // none of them seen before
    let logits = Predictor::new(&model, Capacity(64))?.run(&inputs)?;
    let right = logits.samples().zip(labels.items()).filter(|(x, y)| argmax(x) == **y as usize);
    println!("test accuracy: {:.2} %", 100.0 * right.count() as f64 / 64.0);
    Ok(())
}
