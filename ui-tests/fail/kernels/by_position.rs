//! A kernel is given by name.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 32, 3);
    conv2: Conv2d(32 -> 64, kernel = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
