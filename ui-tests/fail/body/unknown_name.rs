//! A misspelt value.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    first: Linear(4 -> 4);
    fn forward(x) { let hidden = relu(first(x)); first(hiden) }
}

fn main() {}
