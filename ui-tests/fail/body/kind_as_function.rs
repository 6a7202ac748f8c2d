//! A layer with weights is declared, not called as a function.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { linear(fc(x), 4) }
}

fn main() {}
