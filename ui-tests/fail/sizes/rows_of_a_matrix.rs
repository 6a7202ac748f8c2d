//! `Linear` maps the last axis.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [10, 64];
    project: Linear(10 -> 32);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
