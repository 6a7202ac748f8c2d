//! A vector is no matrix.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    q: Linear(4 -> 4);
    fn forward(x) { matmul(q(x), x) }
}

fn main() {}
