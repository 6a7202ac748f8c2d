//! A kind of other dimensions is no typing mistake.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8, 64];
    norm1: InstanceNorm1d;
}

fn main() {
    println!("{}", Net::SUMMARY);
}
