//! Values do not change.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { let mut h = fc(x); h += x; h }
}

fn main() {}
