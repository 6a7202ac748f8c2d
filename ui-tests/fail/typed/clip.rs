//! NumPy's name of a clamp.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        torch.clip(fc(x), -1, 1)
    }
}

fn main() {}
