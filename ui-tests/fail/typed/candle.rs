//! A layer as in candle.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: linear(8, 10, vb);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
