use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> 8);
    b: Linear(8 -> 8);
    b.weight = a;
}

fn main() {}
