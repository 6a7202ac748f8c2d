//! A type that is no operation.
use nncore::prelude::*;

struct Mish;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 7);
    act: Custom<Mish>;
}

fn main() {}
