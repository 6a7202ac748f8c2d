//! Channels that do not divide into groups.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4, 8, 8];
    layer: ConvTranspose2d(4 -> 6, kernel = 3, groups = 4);
}

fn main() {}
