//! A container of layers.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: nn.Sequential(nn.Linear(8, 10), nn.ReLU());
}

fn main() {
    println!("{}", Net::SUMMARY);
}
