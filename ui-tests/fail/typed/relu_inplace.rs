//! An option that is not needed.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); act: nn.ReLU(inplace=True);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
