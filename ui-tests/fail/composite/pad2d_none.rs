//! Padding without a size.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 3, 3];
    layer: Pad2d;
}

fn main() {}
