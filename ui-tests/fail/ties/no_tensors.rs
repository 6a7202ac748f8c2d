use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> 8);
    b: Relu;
    b.weight = a.weight;
}

fn main() {}
