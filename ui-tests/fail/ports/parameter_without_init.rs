use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    scale: Parameter([4]);
    fn forward(x) { x * scale }
}

fn main() {}
