//! Other channels than the sequence has: the error lies within the layer.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8];
    layer: Conv1d(4 -> 8, kernel = 3);
}

fn main() {}
