//! Python's comments after items.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);  # the first layer
    act: Relu; # and another
}

fn main() {
    println!("{}", Net::SUMMARY);
}
