//! An option that is one of some words.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    act1: Gelu(approximate = "tanh");
    act2: Gelu(approximate = fast);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
