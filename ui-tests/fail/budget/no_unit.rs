//! A number of what?
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    memory <= 65536;
    flash <= 65536;
}

fn main() {}
