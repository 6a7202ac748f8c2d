//! Independent mistakes are reported in one run, in the order of the source.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(1 -> 8, kernel = 3, padding = 1);
    norm1: BatchNorm2d(9);
    conv1: Conv2d(9 -> 16, kernel = 3, pading = 1);
    act: Sigmod;
    pool: MaxPool2d;
    flat: Flatten;
    drop: Dropout(2);
    fc1: Linear(100.0 -> 64);
    fc2: Linear(32 -> 10)
    loss: Crossentropy;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
