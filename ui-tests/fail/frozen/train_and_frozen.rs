//! Trained and frozen.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    #[frozen] fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    train: fc1;
}

fn main() {}
