//! A padding in quotes.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = "same");
}

fn main() {
    println!("{}", Net::SUMMARY);
}
