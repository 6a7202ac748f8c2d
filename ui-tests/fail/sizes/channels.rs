//! The channels left of the arrow are those of the value before.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 32, kernel = 3);
    relu1: Relu;
    conv2: Conv2d(16 -> 64, kernel = 3, padding = 1);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::PARAMETERS);
}
