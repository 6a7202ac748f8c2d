//! A declared loss, after a network that ends with the sigmoid that it contains.
use nncore::prelude::*;

network! {
    pub struct Head;
    input: [8];
    fc: Linear(8 -> 10);
    prob: Sigmoid;
}

network! {
    pub struct Net;
    input: [8];
    head: Head;
    loss: BinaryCrossEntropyWithLogits;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
