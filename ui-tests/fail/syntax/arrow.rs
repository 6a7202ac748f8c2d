//! Other arrows.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 => 4);
    fc2: Linear(4..4);
    fc3: Linear(-> 4);
    fc4: Linear(4 - > 3);
    fc5: Linear(3 -> 3 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
