//! One loss.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    loss: CrossEntropy;
    loss: MeanSquaredError;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
