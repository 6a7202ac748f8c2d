//! A name begins with a letter.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    1st: Linear(8 -> 4);
    fc2: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
