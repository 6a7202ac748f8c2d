//! A window of a pool must not lie in the padding alone.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    pool: MaxPool2d(2, padding = 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
