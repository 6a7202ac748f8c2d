//! A network has one body.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { fc(x) }
    fn forward(y) { fc(y) }
}

fn main() {}
