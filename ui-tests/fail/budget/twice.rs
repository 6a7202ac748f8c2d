//! A budget is given once, and that of training beside that of inference.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    memory <= 64 KiB;
    memory <= 1 MiB for 16;
    flash <= 64 KiB;
    memory <= 32 KiB;
    memory <= 1 MiB for 8;
    flash <= 32 KiB;
}

fn main() {}
