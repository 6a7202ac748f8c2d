//! A pool that drops the last row and column says so.
#![deny(deprecated)]
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 55, 56];
    pool1: MaxPool2d(2);
    conv1: Conv2d(3 -> 4, kernel = 3, stride = 4);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
