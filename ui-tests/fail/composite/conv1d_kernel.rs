//! A window that is longer than the sequence.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8];
    layer: Conv1d(3 -> 8, kernel = 11);
}

fn main() {}
