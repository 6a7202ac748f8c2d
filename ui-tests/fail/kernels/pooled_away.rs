//! Pools until nothing is left.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    pool1: MaxPool2d(2);
    pool2: MaxPool2d(2);
    pool3: MaxPool2d(2);
    pool4: MaxPool2d(2);
    flat: Flatten;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
