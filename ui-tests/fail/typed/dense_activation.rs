//! An activation as an option.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Dense(10, activation = "relu");
}

fn main() {
    println!("{}", Net::SUMMARY);
}
