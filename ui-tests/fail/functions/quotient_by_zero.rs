//! Nothing is divided by 0.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        fc(x) / 0.0
    }
}

fn main() {}
