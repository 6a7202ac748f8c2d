//! A layer as in burn.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: LinearConfig::new(8, 10).init(device);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
