//! A vector has no rows.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [16];
    layer: AdaptiveAvgPool2d(2);
}

fn main() {}
