//! More rows at the end than the stride reaches.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    layer: ConvTranspose2d(3 -> 8, kernel = 3, output_padding = 1);
}

fn main() {}
