//! `same` and `valid` are words; near ones are suggested.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv: Conv2d(3 -> 3, kernel = 3, padding = sane);
    deep: Conv2d(3 -> 3, kernel = 3, groups = depth_wise);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
