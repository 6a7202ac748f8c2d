//! A body is called `forward`.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn backward(x) { fc(x) }
}

fn main() {}
