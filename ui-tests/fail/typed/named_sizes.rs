//! Sizes by name.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(in_features = 8, out_features = 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
