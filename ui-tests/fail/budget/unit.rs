//! A unit that is none.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    memory <= 64 Megabytes for 64;
}

fn main() {}
