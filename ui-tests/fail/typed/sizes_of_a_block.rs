//! Integers where sizes are types.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim, H: Dim>;
    input: [C, H, H];
    conv: Conv2d(C -> C, kernel = 3, padding = 1);
}

network! {
    pub struct Net;
    input: [32, 32, 32];
    b: Block<32, 32>;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
