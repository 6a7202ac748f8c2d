//! Constants that cannot be read.
use nncore::prelude::*;

network! {
    pub struct Net;
    const HIDDEN = 8;
    const OUT: usize;
    CLASSES: usize = 10;
    pub const IN: usize = 8;
    let width = 3;
    input: [IN];
    fc1: Linear(4 -> 2);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net::IN);
}
