//! Arithmetic that only rustc can do.
use nncore::prelude::*;

const SIDE: usize = 28;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> SIDE - 30);
    fc2: Linear(_ -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
