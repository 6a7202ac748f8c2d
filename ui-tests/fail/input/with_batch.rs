//! The batch is implied.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [64, 3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3);
}

network! {
    pub struct Other;
    input: [];
    fc: Linear(3 -> 8);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Other::SUMMARY);
}
