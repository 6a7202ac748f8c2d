//! A recipe for a network that ends with a softmax.
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::Recipe;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    prob: Softmax;
}

struct Training;

impl Recipe<Net> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Sgd::new(0.1).into_rule();
}

fn main() {}
