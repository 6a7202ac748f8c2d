//! A network with two outputs as a layer.
use nncore::prelude::*;

network! {
    pub struct Two;
    input: [8];
    a: Linear(8 -> 4);
    b: Linear(8 -> 3);
    fn forward(x) { (a(x), b(x)) }
}

network! {
    pub struct Net;
    input: [8];
    t: Two;
    fc: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
