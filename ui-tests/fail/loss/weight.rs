//! The weight of a loss stands before it.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    fn forward(x) { let h = fc1(x); (h, fc2(h)) }
    loss: L1(h) * 0.5 + L1(fc2);
}

fn main() {}
