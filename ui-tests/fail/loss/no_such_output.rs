//! A loss of something that is not an output.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    fn forward(x) { let h = fc1(x); (h, fc2(h)) }
    loss: L1(h) + CrossEntropy(fc3);
}

fn main() {}
