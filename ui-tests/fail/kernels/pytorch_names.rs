//! Options as PyTorch and Keras call them.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 32, kernel_size = 3, strides = 2);
    conv2: Conv2d(32 -> 32, kernel = 3, pad = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
