use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> 8);
    b: Linear(8 -> 8);
    c: Linear(8 -> 8);
    c.weight = a.weight;
    c.weight = b.weight;
}

fn main() {}
