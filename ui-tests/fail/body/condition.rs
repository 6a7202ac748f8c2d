//! Conditions are refused.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { if x > 0 { fc(x) } else { x } }
}

fn main() {}
