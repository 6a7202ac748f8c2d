//! Dilation spreads a window.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 6, 6];
    conv1: Conv2d(3 -> 8, kernel = 3, dilation = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
