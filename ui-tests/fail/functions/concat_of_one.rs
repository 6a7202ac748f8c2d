//! One value is no row.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { concat(fc(x)) }
}

fn main() {}
