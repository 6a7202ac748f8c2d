//! A constant that does not exist.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> HIDEN);
    fc2: Linear(HIDEN -> 10);
    drop: Dropout(RATE);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
