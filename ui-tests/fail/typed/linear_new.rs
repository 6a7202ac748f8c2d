//! A layer as a value of Rust.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear::new(8, 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
