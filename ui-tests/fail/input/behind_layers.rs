//! The input comes first.
use nncore::prelude::*;

network! {
    pub struct Net;
    conv1: Conv2d(3 -> 8, kernel = 3);
    relu1: Relu;
    input: [3, 32, 32];
}

fn main() {
    println!("{}", Net::SUMMARY);
}
