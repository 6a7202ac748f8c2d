//! PyTorch's `MSELoss`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    loss: MSELoss;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
