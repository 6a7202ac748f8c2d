//! Methods are functions here.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { fc(x).relu() }
}

fn main() {}
