//! An axis that is counted with the batch.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); act: Softmax(dim = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
