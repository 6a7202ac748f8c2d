//! A line that is being typed: half of its kind.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2: Lin
}

fn main() {
    println!("{}", Net::SUMMARY);
}
