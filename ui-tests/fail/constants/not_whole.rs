//! A size is a whole number.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8.0 -> 4.5);
    fc2: Linear("4" -> 3u32);
    fc3: Linear((3, 4) -> [2]);
    fc4: Linear(2 -> 99999999999999999999);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
