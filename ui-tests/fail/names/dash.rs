//! A name is one word.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc-1: Linear(8 -> 4);
    fc2: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
