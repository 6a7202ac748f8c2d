//! Options are written with `=`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 4, kernel: 3);
    conv2: Conv2d(4 -> 4, kernel == 3);
    flat: Flatten;
    fc: Linear(4*4*4 -> 2, bias = false);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
