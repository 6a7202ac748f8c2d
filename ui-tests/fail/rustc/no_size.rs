//! A type that is not a size.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim>;
    input: [C];
    fc: Linear(C -> C);
}

network! {
    struct Net;
    input: [8];
    block: Block<u8>;
}

fn main() {}
