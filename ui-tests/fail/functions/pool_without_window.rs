//! A function asks for what its layer asks for.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 4, 4];
    fn forward(x) { max_pool2d(x) }
}

fn main() {}
