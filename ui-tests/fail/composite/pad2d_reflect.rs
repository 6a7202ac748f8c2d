//! A reflection of more rows than there are.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 3, 3];
    layer: Pad2d(3, mode = reflect);
}

fn main() {}
