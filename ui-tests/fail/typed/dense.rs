//! Keras' `Dense`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Dense(10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
