use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    scale: Parameter([4], init = normal(-0.5));
    fn forward(x) { x * scale }
}

fn main() {}
