//! An option without an equal.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3, 32, 3, padding_mode = "reflect");
}

fn main() {
    println!("{}", Net::SUMMARY);
}
