//! A root has no exponent.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        sqrt(fc(x), 3)
    }
}

fn main() {}
