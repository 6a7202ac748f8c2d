//! Seven outputs.
use nncore::prelude::*;

network! {
    struct Net;
    input: [2];
    fc: Linear(2 -> 2);
    fn forward(x) {
        let h = fc(x);
        (h, relu(h), tanh(h), silu(h), gelu(h), elu(h), sigmoid(h))
    }
}

fn main() {}
