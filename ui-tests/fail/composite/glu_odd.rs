//! A size that cannot be halved.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [7];
    layer: Glu;
}

fn main() {}
