//! A window has two axes.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = (3, 3, 3), padding = (1, 1, 1));
}

fn main() {
    println!("{}", Net::SUMMARY);
}
