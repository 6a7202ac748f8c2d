//! What is no item of a network.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    fn forward(x) { fc1(x) }
    fc2: Linear(4 -> 2);
    ;
    use std::fmt;
    -> 3;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
