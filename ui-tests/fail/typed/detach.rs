//! A method that does nothing here.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = conv1(x).detach();
        fc(flatten(h * conv1(x)))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
