//! An image without rows.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [2, 4, 4];
    layer: AdaptiveAvgPool2d((0, 2));
}

fn main() {}
