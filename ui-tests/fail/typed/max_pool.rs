//! A pool as PyTorch writes it.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    pool: nn.MaxPool2d(kernel_size=2, stride=2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
