//! Classes are a vector.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv: Conv2d(3 -> 10, kernel = 3);
    loss: CrossEntropy;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
