//! Which size?
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [2, 4, 4];
    layer: AdaptiveAvgPool2d;
}

fn main() {}
