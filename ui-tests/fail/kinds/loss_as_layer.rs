//! Losses and layers are told apart.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    out: CrossEntropy;
}

network! {
    pub struct Other;
    input: [8];
    fc1: Linear(8 -> 4);
    loss: Softmax;
}

fn main() {
    println!("{} {}", Net::SUMMARY, Other::SUMMARY);
}
