//! Near words are suggested, and read as what they stand for.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: conv2d(3 -> 8, kernel = 3);
    relu1: ReLU;
    pool1: MaxPool(2);
    flat: Flaten;
    fc1: Liner(8*15*15 -> 32);
    fc2: Dense(32 -> 10);
    fc3: Linear(20 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
