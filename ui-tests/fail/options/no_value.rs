//! An option without a value.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 4, kernel = );
    conv2: Conv2d(4 -> 4, kernel = , padding = 1);
    flat: Flatten;
    fc: Linear(3 -> );
}

fn main() {
    println!("{}", Net::SUMMARY);
}
