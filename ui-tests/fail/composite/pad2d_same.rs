//! A word where sizes belong.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 3, 3];
    layer: Pad2d(same);
}

fn main() {}
