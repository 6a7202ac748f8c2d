//! A line that is being typed: all but its `;`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2: Linear(4 -> 2)
}

fn main() {
    println!("{}", Net::SUMMARY);
}
