//! A network is an item: it may stand in a function, and use the function's constants.
#![deny(warnings)]
use nncore::prelude::*;

fn parameters() -> usize {
    const HIDDEN: usize = 5;
    network! {
        struct Net;
        input: [2];
        fc1: Linear(2 -> HIDDEN);
        fc2: Linear(HIDDEN -> 1);
    }
    Net::PARAMETERS
}

fn main() {
    assert_eq!(parameters(), 21);
}
