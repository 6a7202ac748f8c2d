//! A mode that is not known.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 3, 3];
    layer: Pad2d(1, mode = mirror);
}

fn main() {}
