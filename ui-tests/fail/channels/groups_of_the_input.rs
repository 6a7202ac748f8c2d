//! Groups divide the channels of the input.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 8, 8];
    conv: Conv2d(32 -> 48, kernel = 3, groups = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
