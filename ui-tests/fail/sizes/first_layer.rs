//! The first layer takes what the input is.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 28, 28];
    conv1: Conv2d(3 -> 8, kernel = 5);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
