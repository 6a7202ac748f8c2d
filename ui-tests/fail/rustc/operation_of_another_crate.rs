//! An operation of another crate refuses a shape.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 7);
    pairs: Custom<ui_tests::Pairs>;
}

fn main() {}
