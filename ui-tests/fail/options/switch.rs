//! A switch is `true` or `false`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4, bias = False);
    fc2: Linear(4 -> 4, bias = 0);
    fc3: Linear(4 -> 4, bias = none);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
