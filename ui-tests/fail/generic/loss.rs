//! A generic network is a layer: it has no loss.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim>;
    input: [C];
    fc: Linear(C -> C);
    loss: L1;
    memory <= 1 MiB for 8;
}

fn main() {}
