//! Flash does not depend on the batch.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    flash <= 64 KiB for 8;
}

fn main() {}
