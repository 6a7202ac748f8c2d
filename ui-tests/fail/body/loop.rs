//! Loops are refused, with what to write.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { for _ in 0..3 { x = fc(x); } x }
}

fn main() {}
