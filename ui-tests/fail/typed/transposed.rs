//! A transposed convolution.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    up: ConvTranspose2d(3, 32, 2, stride=2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
