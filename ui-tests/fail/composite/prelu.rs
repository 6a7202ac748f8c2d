//! Slopes that are not as many as the channels.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [6, 4, 4];
    layer: PRelu(4);
}

fn main() {}
