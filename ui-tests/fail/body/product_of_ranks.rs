//! A gate that lacks its axes.
use nncore::prelude::*;

network! {
    struct Net;
    input: [8, 4, 4];
    fc: Linear(8 -> 8);
    fn forward(x) { x * sigmoid(fc(mean(x, axes = (1, 2)))) }
}

fn main() {}
