//! Arguments stand in parentheses.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear[8 -> 4];
    fc2: Linear { 4 -> 4 };
    fc3: Linear<4, 2>;
    fc4: Linear(2 -> 1).relu();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
