//! A vector has no rows.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [16];
    layer: Pad2d(1);
}

fn main() {}
