//! `forward(self, x)`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    fn forward(self, x) { fc(x) }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
