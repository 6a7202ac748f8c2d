//! Inner sizes that differ: a transpose would do.
use nncore::prelude::*;

network! {
    struct Net;
    input: [5, 4];
    q: Linear(4 -> 3);
    k: Linear(4 -> 3);
    fn forward(x) { matmul(q(x), k(x)) }
}

fn main() {}
