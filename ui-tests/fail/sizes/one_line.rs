//! On one line there are no line numbers to tell.
use nncore::prelude::*;

network! { pub struct Net; input: [8]; a: Linear(8 -> 4); b: Relu; c: Linear(8 -> 2); }

fn main() {
    println!("{}", Net::SUMMARY);
}
