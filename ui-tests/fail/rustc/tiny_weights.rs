//! Weights of another length than the network's.
use nncore::prelude::*;
use nncore::tiny::Weights;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 32);
    act: Relu;
    fc2: Linear(32 -> 10);
}

static SHORT: Weights<Net, 100> = Weights::from_numbers([0.0; 100]);

fn main() {
    let _ = &SHORT;
}
