//! A value that nothing reads.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { let h = relu(fc(x)); fc(x) }
}

fn main() {}
