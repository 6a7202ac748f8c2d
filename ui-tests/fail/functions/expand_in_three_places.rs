use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    fn forward(x) { flatten(expand(reshape(x, [1, 2, 1, 2, 1, 2]), [3, 2, 3, 2, 3, 2])) }
}

fn main() {}
