//! A value to the power of another.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        fc(x) ** x
    }
}

fn main() {}
