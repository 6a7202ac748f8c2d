//! A name is given once.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 4, kernel = 3);
    relu: Relu;
    conv1: Conv2d(4 -> 8, kernel = 3);
    relu: Relu;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
