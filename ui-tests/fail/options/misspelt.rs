//! Near options are suggested.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3, paddin = 1);
    norm1: BatchNorm2d(8, epsilon = 1e-3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
