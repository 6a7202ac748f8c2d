//! A lower bound above the upper one.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        clamp(fc(x), 6.0, 0.5)
    }
}

fn main() {}
