use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    scale: Parameter([4], init = normal());
    fn forward(x) { x * scale }
}

fn main() {}
