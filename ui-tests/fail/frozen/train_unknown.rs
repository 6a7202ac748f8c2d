//! `train` names layers.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    train: fc3;
}

fn main() {}
