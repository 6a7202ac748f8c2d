//! A kind that the language has not.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); act: PReLU;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
