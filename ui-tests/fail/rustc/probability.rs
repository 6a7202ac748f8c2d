//! A probability that only rustc knows.
use nncore::prelude::*;

const RATE: f64 = 1.5;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    drop: Dropout(RATE);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
