//! The path of the runtime is given once.
use nncore::prelude::*;

network! {
    pub struct Net;
    crate = nncore;
    crate = ::nncore;
    input: [8];
    fc1: Linear(8 -> 4);
}

network! {
    pub struct Other;
    crate: nncore;
    input: [8];
    fc1: Linear(8 -> 4);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Other::SUMMARY);
}
