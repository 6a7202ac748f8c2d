//! A line that is being typed: an option's name.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8, 4, 4];
    conv1: Conv2d(8 -> 4, kernel = 3);
    conv2: Conv2d(4 -> 4, ker);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
