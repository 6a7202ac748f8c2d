//! A network begins with its input.
use nncore::prelude::*;

network! {
    pub struct Net;
    fc1: Linear(8 -> 4);
    fc2: Linear(2 -> 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
