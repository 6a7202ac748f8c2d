//! An input that only rustc knows.
use nncore::prelude::*;

const NONE: usize = 0;
const SIDE: usize = 28;

network! {
    pub struct Net;
    input: [NONE, 8, 8];
    conv1: Conv2d(3 -> 8, kernel = 3);
}

network! {
    pub struct Other;
    input: [1, SIDE, SIDE];
    flat: Flatten;
    fc: Linear(27*28 -> 10);
    fc2: Linear(10 -> 10);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Other::SUMMARY);
}
