//! Elements that do not fill the shape.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 4, 4];
    fn forward(x) { reshape(x, [16, 4]) }
}

fn main() {}
