//! Sizes are positive whole numbers.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3.0, 0, -32];
    conv1: Conv2d(3 -> 8, kernel = 3);
}

network! {
    pub struct Huge;
    input: [1000000, 1000000, 1000000];
    conv1: Conv2d(1000000 -> 8, kernel = 3);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Huge::SUMMARY);
}
