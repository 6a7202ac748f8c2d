//! Bounds of what?
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        clamp(fc(x))
    }
}

fn main() {}
