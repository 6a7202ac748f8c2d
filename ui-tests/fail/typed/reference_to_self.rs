//! `forward(&self, x: Tensor)`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    fn forward(&self, x: Tensor) { fc(x) }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
