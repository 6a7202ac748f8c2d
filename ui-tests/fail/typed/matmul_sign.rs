//! Python's sign of a matrix product.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = x @ x;
        fc(flatten(conv1(h)))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
