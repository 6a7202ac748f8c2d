//! PyTorch's `nn.Linear`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: nn.Linear(8, 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
