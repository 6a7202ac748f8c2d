//! Memory that is too small for what works on it.
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe, Weights};

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
    const OPTIMIZER: Rule = Sgd::new(0.1).into_rule();
}

static WEIGHTS: Weights<Net, { tiny::weights_len::<Net>() }> =
    Weights::from_numbers([0.0; tiny::weights_len::<Net>()]);

fn main() {
    let mut small = [0.0; 16];
    let _ = tiny::Predictor::<Net>::new(&WEIGHTS, &mut small);
    let mut small = [0.0; 1000];
    let _ = tiny::Trainer::<Net, Training, 4>::init(&mut small, Seed(1));
}
