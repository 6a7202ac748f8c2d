//! Integers go into an embedding.
use nncore::prelude::*;

network! {
    struct Net;
    input tokens: [8] in 0..100;
    fc: Linear(8 -> 4);
    fn forward(tokens) { fc(tokens) }
}

fn main() {}
