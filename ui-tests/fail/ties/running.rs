use nncore::prelude::*;

network! {
    struct Net;
    input: [8];
    a: BatchNorm1d;
    b: BatchNorm1d;
    b.running_mean = a.running_mean;
}

fn main() {}
