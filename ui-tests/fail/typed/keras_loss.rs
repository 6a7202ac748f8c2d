//! Keras' loss.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    loss: "categorical_crossentropy";
}

fn main() {
    println!("{}", Net::SUMMARY);
}
