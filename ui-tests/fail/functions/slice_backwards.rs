//! A range that ends before its start.
use nncore::prelude::*;

network! {
    struct Net;
    input: [10];
    fn forward(x) { slice(x, 6..4) }
}

fn main() {}
