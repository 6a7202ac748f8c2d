//! Values that differ beside the axis.
use nncore::prelude::*;

network! {
    struct Net;
    input: [2, 8, 8];
    pool: MaxPool2d(2);
    fn forward(x) { concat(x, pool(x)) }
}

fn main() {}
