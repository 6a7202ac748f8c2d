//! Each norm has its ranks.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3);
    norm1: BatchNorm1d(8);
    flat: Flatten;
    norm2: BatchNorm2d;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
