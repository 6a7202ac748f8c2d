//! No bound is one that is left out.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        clamp(fc(x), 0.0, max = 1e39)
    }
}

fn main() {}
