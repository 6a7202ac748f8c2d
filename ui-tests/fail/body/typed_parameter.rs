//! Parameters have no types.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x: Vector<4>) -> Vector<4> { fc(x) }
}

fn main() {}
