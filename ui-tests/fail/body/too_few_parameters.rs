//! A parameter for each input.
use nncore::prelude::*;

network! {
    struct Net;
    input left: [4];
    input right: [4];
    fc: Linear(4 -> 4);
    fn forward(left) { fc(left) }
}

fn main() {}
