use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    scale: Parameter([4], init = 1);
    fn forward(x) { relu(x) }
}

fn main() {}
