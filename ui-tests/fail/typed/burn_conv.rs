//! A convolution as in burn.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2dConfig::new([3, 32], [3, 3]).init(device);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
