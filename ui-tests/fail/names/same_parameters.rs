//! Two layers whose parameters have one name.
use nncore::prelude::*;

network! {
    pub struct Block;
    input: [4];
    fc: Linear(4 -> 4);
}

network! {
    pub struct Net;
    input: [4];
    a: Linear(4 -> 4);
    a_weight: Block;
    blocks: [Block; 2];
    blocks_1: Block;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
