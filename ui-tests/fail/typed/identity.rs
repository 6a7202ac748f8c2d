//! A layer that computes nothing.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); id: nn.Identity();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
