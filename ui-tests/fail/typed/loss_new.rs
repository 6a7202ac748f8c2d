//! A loss as a value of Rust.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    loss: CrossEntropyLoss::new();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
