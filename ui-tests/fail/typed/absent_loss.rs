//! A loss that the language has not.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    loss: KLDivLoss();
}

fn main() {
    println!("{}", Net::SUMMARY);
}
