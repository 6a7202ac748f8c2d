//! Arguments as PyTorch writes them.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3, 32, 3, padding = 1);
    relu1: Relu;
    conv2: Conv2d(32, 64, 3, 2);
    flat: Flatten;
    fc1: Linear(64*15*15, 128);
    fc2: Linear(128 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
