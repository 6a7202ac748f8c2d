use nncore::prelude::*;

const WIDTH: usize = 8;

network! {
    struct Net;
    input: [8];
    a: Linear(8 -> WIDTH + 1);
    b: Linear(WIDTH + 1 -> 8);
    c: Linear(8 -> 8);
    c.weight = b.weight;
}

fn main() {}
