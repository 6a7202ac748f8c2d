//! What stands in a block is for rustc alone, and so are its mistakes.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> { 3.0 });
    fc2: Linear(3 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
