//! A network without layers.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
}

network! {
    pub struct Nothing;
}

fn main() {
    println!("{} {}", Net::SUMMARY, Nothing::SUMMARY);
}
