//! A kind is a word of the language, not a path.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: nn::Linear(8 -> 4);
    fc2: Linear(8 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
