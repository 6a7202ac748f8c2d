//! Channels that do not become pixels.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [6, 3, 3];
    layer: PixelShuffle(4);
}

fn main() {}
