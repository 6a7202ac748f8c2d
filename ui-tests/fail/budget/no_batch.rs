//! A budget for how many?
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    memory <= 64 MiB for;
}

fn main() {}
