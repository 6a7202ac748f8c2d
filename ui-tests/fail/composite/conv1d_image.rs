//! A layer of sequences on an image.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    layer: Conv1d(3 -> 8, kernel = 3);
}

fn main() {}
