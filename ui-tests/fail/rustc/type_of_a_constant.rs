//! A constant of another type.
use nncore::prelude::*;

const HIDDEN: u32 = 64;

network! {
    pub struct Net;
    const CLASSES: u8 = 10;
    input: [8];
    fc1: Linear(8 -> HIDDEN);
    fc2: Linear(_ -> CLASSES);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
