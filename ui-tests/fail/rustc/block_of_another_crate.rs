//! A generic network of another crate, at a size that the value before it does not have.
use nncore::dim::{U4, U8};
use nncore::prelude::*;

network! {
    struct Net;
    input: [1, 8, 8];
    conv: Conv2d(1 -> 4, kernel = 3);
    blocks: [ui_tests::Block<U4, U8>; 2];
}

fn main() {}
