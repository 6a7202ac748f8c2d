//! A generic network is a layer: its budgets are those of the network that uses it.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim>;
    input: [C];
    fc: Linear(C -> C);
    memory <= 1 KiB;
    flash <= 1 KiB;
}

fn main() {}
