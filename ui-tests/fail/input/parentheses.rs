//! Sizes stand in brackets.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: (3, 32, 32);
    conv1: Conv2d(3 -> 8, kernel = 3);
    conv2: Conv2d(4 -> 8, kernel = 3);
}

network! {
    pub struct Other;
    input: 784;
    fc1: Linear(784 -> 8);
    fc2: Linear(4 -> 8);
}

network! {
    pub struct Third;
    input: Image(3, 32, 32);
    fc1: Conv2d(3 -> 8, kernel = 1);
}

fn main() {
    println!("{} {} {}", Net::SUMMARY, Other::SUMMARY, Third::SUMMARY);
}
