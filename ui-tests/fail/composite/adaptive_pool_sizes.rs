//! An image has two sizes.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [2, 4, 4];
    layer: AdaptiveAvgPool2d((2, 2, 2));
}

fn main() {}
