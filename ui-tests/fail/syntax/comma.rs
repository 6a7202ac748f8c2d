//! Arguments are separated by commas.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8 kernel = 3);
    conv2: Conv2d(8 -> 16, kernel = 3; padding = 1);
    conv3: Conv2d(16 -> 16, kernel = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
