//! A function that is called otherwise here.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { let h = fc(x); cat(h, x) }
}

fn main() {}
