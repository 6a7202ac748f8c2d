use nncore::prelude::*;

network! {
    pub struct Block;
    input: [8];
    fc: Linear(8 -> 8);
}

network! {
    struct Net;
    input: [8];
    a: Block;
    b: Linear(8 -> 8);
    b.weight = a.fc;
}

fn main() {}
