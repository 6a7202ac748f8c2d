use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    scale: Parameter([4, 1, 1, 1, 1, 1, 1], init = 1);
    fn forward(x) { x * scale }
}

fn main() {}
