//! A view without a value.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    view Features;
}

fn main() {}
