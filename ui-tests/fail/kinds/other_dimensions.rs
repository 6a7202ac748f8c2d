//! A kind of other dimensions is no typing mistake.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8, 64];
    conv1: LazyConv1d(8 -> 16, kernel = 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
