//! PyTorch's names of arguments.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(in_channels=3, out_channels=32, kernel_size=3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
