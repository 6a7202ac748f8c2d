//! A vector has no pixels.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [16];
    layer: PixelShuffle(2);
}

fn main() {}
