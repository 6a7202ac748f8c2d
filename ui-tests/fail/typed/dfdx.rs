//! A layer as in dfdx.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear<8, 10>;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
