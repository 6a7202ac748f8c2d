//! Constants have names of their own.
use nncore::prelude::*;

network! {
    pub struct Net;
    const HIDDEN: usize = 8;
    const HIDDEN: usize = 4;
    input: [8];
    fc1: Linear(HIDDEN -> 2);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::HIDDEN);
}
