//! A size that is named twice.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim, C: Dim>;
    input: [C];
    fc: Linear(C -> C);
}

fn main() {}
