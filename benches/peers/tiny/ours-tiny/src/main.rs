//! 784-128-10 with nncore's device without an allocator, in a program with `std`.

#[path = "../../common/mod.rs"]
mod common;

use std::error::Error;

use common::{BATCH, LEARNING_RATE, Run};
use nncore::optim::{Rule, Sgd};
use nncore::prelude::{CrossEntropy, Seed, network};
use nncore::tiny::{self, Recipe, Trainer};

network! {
    struct Mlp;
    input: [784];
    fc1: Linear(784 -> 128);
    relu: Relu;
    fc2: Linear(128 -> 10);
}

struct Training;

impl Recipe<Mlp> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Sgd::new(LEARNING_RATE as f64).into_rule();
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut memory = vec![0.0; tiny::training_len::<Mlp, Training>(BATCH)];
    let mut trainer = Trainer::<Mlp, Training, BATCH>::init_in_slice(&mut memory, Seed(1))?;
    let mut run = Run::new();
    while let Some((samples, classes)) = run.batch() {
        let loss = trainer.step(samples, classes)?;
        run.loss(loss);
    }
    run.end()
}
