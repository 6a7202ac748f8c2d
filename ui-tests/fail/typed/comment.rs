//! Python's comment.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    # the first layer
    fc: Linear(8 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
