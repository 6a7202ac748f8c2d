//! A table that is too short.
use nncore::prelude::*;

network! {
    struct Net;
    input tokens: [8] in 0..2000;
    words: Embedding(1000 -> 4);
    fn forward(tokens) { words(tokens) }
}

fn main() {}
