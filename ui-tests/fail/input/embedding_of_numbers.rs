//! An embedding takes integers.
use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    words: Embedding(100 -> 4);
}

fn main() {}
