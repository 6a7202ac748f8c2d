//! `split` makes several values.
use nncore::prelude::*;

network! {
    struct Net;
    input: [10];
    fn forward(x) { let a = split(x); a }
}

fn main() {}
