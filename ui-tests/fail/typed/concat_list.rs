//! `torch.cat` of a list.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = torch.cat([x, conv1(x)], dim=1);
        fc(slice(flatten(h), 0..8192))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
