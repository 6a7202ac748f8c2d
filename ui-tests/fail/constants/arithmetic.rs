//! Arithmetic without a result.
use nncore::prelude::*;

network! {
    pub struct Net;
    const SIDE: usize = 28;
    const LESS: usize = SIDE - 30;
    const PART: usize = SIDE / (SIDE - 28);
    const HUGE: usize = 1 << 64;
    input: [LESS];
    fc1: Linear(LESS -> PART);
    fc2: Linear(PART -> HUGE);
    fc3: Linear(HUGE -> SIDE);
    fc4: Linear(SIDE - 1 -> 2);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::SIDE);
}
