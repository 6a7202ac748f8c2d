//! A quotient of values of different shapes.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        fc(x) / sum(x)
    }
}

fn main() {}
