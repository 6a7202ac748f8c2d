use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    first: Linear(8 -> 8);
    second: Linear(8 -> 8);
    second.weight = frist.weight;
}

fn main() {}
