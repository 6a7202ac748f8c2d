//! PyTorch's `Upsample`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    up: nn.Upsample(scale_factor=2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
