//! A pair where a sequence has one size.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8];
    layer: Conv1d(3 -> 8, kernel = (3, 3));
}

fn main() {}
