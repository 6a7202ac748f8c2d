//! One input.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    input: [8];
    fc1: Linear(8 -> 4);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
