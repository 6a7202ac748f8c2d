//! Seven inputs.
use nncore::prelude::*;

network! {
    struct Net;
    input a: [2];
    input b: [2];
    input c: [2];
    input d: [2];
    input e: [2];
    input f: [2];
    input g: [2];
    fc: Linear(2 -> 2);
    fn forward(a, b, c, d, e, f, g) { fc(a + b + c + d + e + f + g) }
}

fn main() {}
