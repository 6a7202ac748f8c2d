//! The two axes of a window are told apart.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 16, 4];
    conv1: Conv2d(3 -> 8, kernel = (3, 5));
}

fn main() {
    println!("{}", Net::SUMMARY);
}
