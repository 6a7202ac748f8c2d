use nncore::prelude::*;

network! {
    struct Net;
    input: [4, 6, 6];
    fn forward(x) { sum(reshape(x, [2, 2, 2, 3, 2, 3]), axes = (0, 2, 4)) }
}

fn main() {}
