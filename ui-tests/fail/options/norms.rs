//! Ranges of the norms' options.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    norm1: BatchNorm2d(eps = 0);
    norm2: BatchNorm2d(momentum = 1.5);
    norm3: LayerNorm(eps = -1e-5);
    norm4: LayerNorm(64);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
