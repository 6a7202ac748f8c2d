//! A kind that does not exist: all that do.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [10, 64];
    attention: Transformer(64, heads = 8);
    head: Linear(64 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
