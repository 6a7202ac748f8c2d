//! An adaptive pool.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    pool: nn.AdaptiveAvgPool2d((7, 7));
}

fn main() {
    println!("{}", Net::SUMMARY);
}
