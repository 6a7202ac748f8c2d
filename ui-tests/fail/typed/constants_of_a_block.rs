//! Constants where sizes are types.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim, H: Dim>;
    input: [C, H, H];
    conv: Conv2d(C -> C, kernel = 3, padding = 1);
}

network! {
    pub struct Net;
    const N: usize = 32;
    input: [32, 32, 32];
    b: Block<N, N>;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
