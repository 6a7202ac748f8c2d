//! Each argument that only rustc knows is underlined for itself.
use nncore::prelude::*;

const KERNEL: usize = 9;
const ZERO: usize = 0;
const GROUPS: usize = 3;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 8, kernel = KERNEL);
    conv2: Conv2d(8 -> 8, kernel = 3, stride = ZERO);
    conv3: Conv2d(8 -> 8, kernel = 3, groups = GROUPS);
    pool: MaxPool2d(2, padding = KERNEL);
    flat: Flatten;
    fc: Linear(_ -> ZERO);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
