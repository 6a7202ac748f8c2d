use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    scale: Parameter(4, init = 1);
}

fn main() {}
