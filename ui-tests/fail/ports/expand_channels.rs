use nncore::prelude::*;

network! {
    struct Net;
    input: [8, 4, 4];
    scale: Parameter(8, init = 1);
    fn forward(x) { x * scale }
}

fn main() {}
