//! Files that are no weight files, or damaged ones.
use nncore::prelude::*;
use nncore::{include_weights, tiny};

network! {
    pub struct Net;
    input: [3];
    fc1: Linear(3 -> 2);
    fc2: Linear(2 -> 2);
}

type Weights = tiny::Weights<Net, { tiny::weights_len::<Net>() }>;

static TEXT: Weights = include_weights!("weights_damaged.rs" for Net);
static EMPTY: Weights = include_weights!("../../weights/empty.safetensors" for Net);
static NO_JSON: Weights = include_weights!("../../weights/no_json.safetensors" for Net);
static REVERSED: Weights = include_weights!("../../weights/reversed.safetensors" for Net);
static TRUNCATED: Weights = include_weights!("../../weights/truncated.safetensors" for Net);
static OVERLAPPING: Weights = include_weights!("../../weights/overlapping.safetensors" for Net);
static LONGER: Weights = include_weights!("../../weights/longer.safetensors" for Net);
static TWICE: Weights = include_weights!("../../weights/twice.safetensors" for Net);

fn main() {
    let _ = (&TEXT, &EMPTY, &NO_JSON, &REVERSED, &TRUNCATED, &OVERLAPPING, &LONGER, &TWICE);
}
