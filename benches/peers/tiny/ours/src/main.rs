//! 784-128-10 with nncore.

#[path = "../../common/mod.rs"]
mod common;

use std::error::Error;

use common::{BATCH, LEARNING_RATE, Run};
use nncore::prelude::*;

network! {
    struct Mlp;
    input: [784];
    fc1: Linear(784 -> 128);
    relu: Relu;
    fc2: Linear(128 -> 10);
}

fn main() -> Result<(), Box<dyn Error>> {
    let device = Cpu::new()?;
    let mut model = Model::<Mlp, _>::init(&device, Seed(1))?;
    let sgd = Sgd::new(LEARNING_RATE.into());
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(BATCH))?;
    let (mut inputs, mut labels) = (Batch::zeros(BATCH), Batch::zeros(BATCH));
    let mut run = Run::new();
    while let Some((samples, classes)) = run.batch() {
        inputs.items_mut().copy_from_slice(samples);
        labels.items_mut().copy_from_slice(classes);
        let loss = trainer.step(&inputs, &labels)?;
        run.loss(loss);
    }
    run.end()
}
