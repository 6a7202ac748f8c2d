//! Groups divide the channels of the output.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 8, 8];
    conv: Conv2d(32 -> 24, kernel = 3, groups = 16);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
