//! PyTorch's `ReLU()`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); act: ReLU();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
