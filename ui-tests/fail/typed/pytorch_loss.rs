//! PyTorch's loss.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    loss: nn.CrossEntropyLoss();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
