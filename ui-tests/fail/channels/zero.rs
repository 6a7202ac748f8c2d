//! Nothing has no channels.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 0, kernel = 3);
    conv2: Conv2d(_ -> 4, kernel = 3, groups = 0);
    flat: Flatten;
    fc: Linear(0 -> 4);
    head: Linear(4 -> 0);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
