//! A generic network of the wrong sizes: numbers, not types.
use nncore::dim::{U8, U16};
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim, H: Dim>;
    input: [C, H, H];
    conv: Conv2d(C -> 2*C, kernel = 3, padding = 1);
}

network! {
    struct Net;
    input: [3, 8, 8];
    stem: Conv2d(3 -> 16, kernel = 3);
    block: Block<U16, U8>;
}

fn main() {}
