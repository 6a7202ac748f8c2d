//! A view of something that is not there.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    view Features: fc3;
}

fn main() {}
