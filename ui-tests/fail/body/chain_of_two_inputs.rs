//! Two inputs need a body.
use nncore::prelude::*;

network! {
    struct Net;
    input image: [4];
    input noise: [4];
    fc: Linear(4 -> 4);
}

fn main() {}
