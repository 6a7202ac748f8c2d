//! An image layer after `Flatten`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3);
    flat: Flatten;
    conv2: Conv2d(8 -> 8, kernel = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
