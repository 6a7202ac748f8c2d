//! The logarithm as Python calls it.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        log(fc(x) + 1.0)
    }
}

fn main() {}
