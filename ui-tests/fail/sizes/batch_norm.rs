//! A norm has the channels of the value before.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 32, kernel = 3);
    norm1: BatchNorm2d(16);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
