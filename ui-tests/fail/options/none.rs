//! Kinds without options.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8, 8];
    relu: Relu(inplace = true);
    flat: Flatten(1);
    fc: Linear(64 -> 8, 3);
    tanh: Tanh(8 -> 8);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
