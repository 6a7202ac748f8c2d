//! `return` is not needed.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { return fc(x); }
}

fn main() {}
