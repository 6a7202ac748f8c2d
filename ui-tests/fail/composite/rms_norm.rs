//! More axes than the value has.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [6];
    layer: RmsNorm(axes = 2);
}

fn main() {}
