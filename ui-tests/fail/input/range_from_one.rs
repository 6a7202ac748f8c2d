//! Integers start at 0.
use nncore::prelude::*;

network! {
    struct Net;
    input tokens: [8] in 1..100;
    words: Embedding(100 -> 4);
    fn forward(tokens) { words(tokens) }
}

fn main() {}
