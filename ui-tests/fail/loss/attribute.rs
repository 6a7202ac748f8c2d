//! A condition on a term of a loss.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    fn forward(x) { let h = fc1(x); (h, fc2(h)) }
    loss: L1(h) + #[cfg(unix)] 0.5 * L1(fc2);
}

fn main() {}
