//! A group norm without groups.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [6, 4, 4];
    layer: GroupNorm;
}

fn main() {}
