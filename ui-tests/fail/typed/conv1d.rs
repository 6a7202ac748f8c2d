//! A layer of sequences.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32];
    conv1: Conv1d(3, 32, 3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
