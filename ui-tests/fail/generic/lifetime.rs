//! What a network is generic over.
use nncore::prelude::*;

network! {
    pub struct Block<'a, T: Clone>;
    input: [4];
    fc: Linear(4 -> 4);
}

fn main() {}
