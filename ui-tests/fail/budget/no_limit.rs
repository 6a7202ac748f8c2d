//! How much?
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    flash <= ;
    memory <= for 8;
}

fn main() {}
