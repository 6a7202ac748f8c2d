//! A misspelt option of a function.
use nncore::prelude::*;

network! {
    struct Net;
    input: [5, 4];
    fn forward(x) { sum(x, axes = 0, keepdim = true) }
}

fn main() {}
