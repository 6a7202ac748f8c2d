//! A value is not a layer.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { let h = fc(x); h(x) }
}

fn main() {}
