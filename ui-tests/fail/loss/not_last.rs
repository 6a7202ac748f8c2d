//! The loss is the last item.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    loss: CrossEntropy;
    relu: Relu;
    fc2: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
