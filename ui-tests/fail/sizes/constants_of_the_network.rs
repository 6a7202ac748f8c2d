//! Constants of the network have values that the macro sees.
use nncore::prelude::*;

network! {
    pub struct Net;
    const SIDE: usize = 28;
    const HIDDEN: usize = 4 * 32;
    input: [1, SIDE, SIDE];
    flat: Flatten;
    fc1: Linear(SIDE*SIDE -> HIDDEN);
    relu: Relu;
    fc2: Linear(HIDDEN*2 -> 10);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::HIDDEN);
}
