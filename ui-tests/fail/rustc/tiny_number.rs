//! A recipe whose optimizer has a number out of its range.
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Memory, Recipe};

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 32);
    act: Relu;
    fc2: Linear(32 -> 10);
}

struct Training;

impl Recipe<Net> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Sgd::new(0.1).momentum(1.25).into_rule();
}

static MEMORY: Memory<{ tiny::training_len::<Net, Training>(4) }> = Memory::new();

fn main() {
    if let Some(memory) = MEMORY.take() {
        let _ = tiny::Trainer::<Net, Training, 4>::init(memory, Seed(1));
    }
}
