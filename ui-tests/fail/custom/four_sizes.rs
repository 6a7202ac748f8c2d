//! An operation of your own on a value of four sizes.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4, 6];
    pairs: Custom<ui_tests::Pairs>;
    fc: Linear(12 -> 2);
    fn forward(x) { fc(pairs(reshape(x, [2, 2, 2, 3]))) }
}

fn main() {}
