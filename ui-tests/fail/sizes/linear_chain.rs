//! Two layers of a perceptron that do not meet.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [784];
    fc1: Linear(784 -> 128);
    relu: Relu;
    fc2: Linear(64 -> 10);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::training_bytes(1, 1));
}
