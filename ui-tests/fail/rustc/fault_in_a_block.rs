//! A fault within a generic network, at its use.
use nncore::dim::{U2, U8};
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim, H: Dim>;
    input: [C, H, H];
    conv: Conv2d(C -> 2*C, kernel = 5);
}

network! {
    struct Net;
    input: [8, 2, 2];
    block: Block<U8, U2>;
}

fn main() {}
