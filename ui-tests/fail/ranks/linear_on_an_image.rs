//! An image is flattened before a linear layer.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 64, kernel = 3, padding = 1);
    pool1: MaxPool2d(4);
    fc1: Linear(64*8*8 -> 128);
    fc2: Linear(128 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
