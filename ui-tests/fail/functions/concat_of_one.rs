//! One value is not a row.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { concat(fc(x)) }
}

fn main() {}
