//! No range.
use nncore::prelude::*;

network! {
    struct Net;
    input: [10];
    fn forward(x) { slice(x) }
}

fn main() {}
