//! Axes that a value does not have.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4, 16];
    norm1: LayerNorm(axes = 3);
    norm2: LayerNorm(axes = 0);
    flat: Flatten;
    prob: Softmax(axis = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
