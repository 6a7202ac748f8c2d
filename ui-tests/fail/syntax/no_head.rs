//! Without a type there is no network.
use nncore::prelude::*;

network! {}

network! {
    input: [8];
    fc1: Linear(8 -> 4);
}

fn main() {}
