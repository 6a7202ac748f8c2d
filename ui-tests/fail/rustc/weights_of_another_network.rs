//! Weights of another network: all differences at once.
use nncore::prelude::*;
use nncore::{include_weights, tiny};

network! {
    pub struct Net;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Relu;
    fc2: Linear(4 -> 2);
}

type Weights = tiny::Weights<Net, { tiny::weights_len::<Net>() }>;

static SIZES: Weights = include_weights!("../../weights/other_sizes.safetensors" for Net);
static HALF: Weights = include_weights!("../../weights/half.safetensors" for Net);

fn main() {
    let _ = (&SIZES, &HALF);
}
