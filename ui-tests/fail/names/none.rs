//! A layer without a name.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    Linear(8 -> 4);
    Relu;
    fc2: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
