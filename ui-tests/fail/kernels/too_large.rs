//! A window has to fit; the help offers the padding that makes it fit.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 4, 4];
    conv1: Conv2d(3 -> 8, kernel = 7, padding = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
