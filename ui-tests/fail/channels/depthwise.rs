//! One group a channel: the output has a multiple of the input's channels.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 8, 8];
    conv: Conv2d(32 -> 48, kernel = 3, groups = depthwise);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
