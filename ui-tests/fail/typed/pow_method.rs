//! A power as a method.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        let h = fc(x).pow(2); h
    }
}

fn main() {}
