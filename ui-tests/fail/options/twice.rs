//! An option is given once.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3, padding = 1, kernel = 5);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
