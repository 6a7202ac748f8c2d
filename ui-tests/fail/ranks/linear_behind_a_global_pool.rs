//! A global pool leaves an image of one pixel.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    flat: Conv2d(3 -> 64, kernel = 3);
    pool: GlobalAvgPool2d;
    head: Linear(64 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
