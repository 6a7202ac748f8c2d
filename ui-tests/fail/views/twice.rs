//! Two views of one name.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    view Features: fc1;
    view Features: fc2;
}

fn main() {}
