//! A padding in single quotes: rustc refuses it before the macro sees it.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 'same');
}

fn main() {
    println!("{}", Net::SUMMARY);
}
