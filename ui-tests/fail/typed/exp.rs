//! A function of a module.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = torch.exp(conv1(x));
        fc(flatten(h))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
