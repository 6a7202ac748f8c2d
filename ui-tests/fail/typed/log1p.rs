//! A function that is written out.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        torch.log1p(fc(x))
    }
}

fn main() {}
