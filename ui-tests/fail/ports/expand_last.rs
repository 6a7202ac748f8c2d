use nncore::prelude::*;

network! {
    struct Net;
    input: [5, 3];
    fn forward(x) { mean(x, axis = 0) - x }
}

fn main() {}
