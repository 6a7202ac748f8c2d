//! Nothing of a window may be zero.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 0);
    conv2: Conv2d(8 -> 8, kernel = 3, stride = 0);
    conv3: Conv2d(8 -> 8, kernel = 3, dilation = (1, 0));
    pool: MaxPool2d(0);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
