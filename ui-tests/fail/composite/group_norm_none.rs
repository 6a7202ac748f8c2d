//! A group norm without groups.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8, 4, 4];
    layer: GroupNorm;
}

fn main() {}
