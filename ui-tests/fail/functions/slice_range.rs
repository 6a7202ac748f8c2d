//! A range that ends behind the last position.
use nncore::prelude::*;

network! {
    struct Net;
    input: [10];
    fn forward(x) { slice(x, 4..12) }
}

fn main() {}
