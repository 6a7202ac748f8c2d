use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> 4);
    b: Linear(4 -> 8);
    b.weight = a.weight;
}

fn main() {}
