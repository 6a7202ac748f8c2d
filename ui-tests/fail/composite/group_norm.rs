//! Channels that do not divide into the groups.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [6, 4, 4];
    layer: GroupNorm(4);
}

fn main() {}
