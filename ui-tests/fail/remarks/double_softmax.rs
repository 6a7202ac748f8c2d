//! A softmax twice is most likely a mistake.
#![deny(deprecated)]
use nncore::prelude::*;

network! {
    pub struct Classes;
    input: [8];
    fc: Linear(8 -> 4);
    probabilities: Softmax;
    loss: CrossEntropy;
}

network! {
    pub struct Labels;
    input: [8];
    fc: Linear(8 -> 4);
    probabilities: Sigmoid;
    loss: BinaryCrossEntropyWithLogits;
}

fn main() {
    println!("{} {}", Classes::SUMMARY, Labels::SUMMARY);
}
