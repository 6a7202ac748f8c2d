//! Behind an unknown kind the sizes are unknown, until a layer declares them.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3);
    attention: Transformer(64, heads = 8);
    fc1: Linear(999 -> 128);
    relu: Relu;
    fc2: Linear(64 -> 10);
    loss: CrossEntropy;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
