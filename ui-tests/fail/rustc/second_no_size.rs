//! Of two networks as layers the second is wrong: that is told at its own type.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim>;
    input: [C];
    fc: Linear(C -> C);
}

network! {
    struct Net;
    input: [8];
    first: Block<D<8>>;
    second: Block<u8>;
}

fn main() {}
