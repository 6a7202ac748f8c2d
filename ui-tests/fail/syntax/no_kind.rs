//! A layer without a kind.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: ;
    fc2: 3;
    fc3;
    fc4: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
