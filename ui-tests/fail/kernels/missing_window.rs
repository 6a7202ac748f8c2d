//! A pool without a window.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    pool1: MaxPool2d;
    pool2: AvgPool2d(stride = 2);
    conv: Conv2d(3 -> 4, kernel = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
