//! `view(-1, n)` of a batch.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = relu(conv1(x));
        fc(h.view(-1, 8192))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
