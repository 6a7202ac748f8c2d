//! The network's parameters have a plain layout, which their struct promises without `unsafe` in the
//! user's crate.
#![forbid(unsafe_code)]
use nncore::prelude::*;

network! {
    struct Net;
    input: [2];
    fc: Linear(2 -> 1);
}

fn main() {
    assert_eq!(Net::PARAMETERS, 3);
}
