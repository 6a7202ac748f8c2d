//! A missing `;` costs one error, and no layer.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3)
    relu1: Relu
    conv2: Conv2d(8 -> 16, kernel = 3);
    conv3: Conv2d(16 -> 16, kernel = 3);
}

network! {
    pub struct Commas;
    input: [8],
    fc1: Linear(8 -> 4),
    fc2: Linear(4 -> 2)
}

fn main() {
    println!("{} {}", Net::SUMMARY, Commas::SUMMARY);
}
