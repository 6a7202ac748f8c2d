//! Remarks appear beside errors.
#![deny(deprecated)]
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 55, 55];
    pool1: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(100 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
