//! Words of the language are no names; words of Rust are.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    forward: Relu;
    type: Linear(8 -> 4); // this is one
    __nn_layer: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
