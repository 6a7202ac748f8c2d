use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> 8);
    a.weight = a.weight;
}

fn main() {}
