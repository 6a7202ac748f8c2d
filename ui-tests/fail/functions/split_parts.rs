//! Parts that are not equal.
use nncore::prelude::*;

network! {
    struct Net;
    input: [10];
    fn forward(x) { let (a, b, c) = split(x); a + b + c }
}

fn main() {}
