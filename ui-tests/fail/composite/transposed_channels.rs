//! Other channels than the image has.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    layer: ConvTranspose2d(4 -> 8, kernel = 3);
}

fn main() {}
