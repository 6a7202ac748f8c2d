use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    #[frozen] a: Linear(8 -> 8);
    b: Linear(8 -> 8);
    b.weight = a.weight;
}

fn main() {}
