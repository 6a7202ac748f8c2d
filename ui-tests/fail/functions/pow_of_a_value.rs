//! An exponent that is a value.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        pow(fc(x), x)
    }
}

fn main() {}
