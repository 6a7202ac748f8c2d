//! Fewer axes than there are.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 4, 5];
    fn forward(x) { permute(x, [1, 0]) }
}

fn main() {}
