//! A line that is being typed: up to its colon.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2:
}

fn main() {
    println!("{}", Net::SUMMARY);
}
