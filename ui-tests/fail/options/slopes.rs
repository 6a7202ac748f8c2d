//! Constants of activations that no `f32` has.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    act1: LeakyRelu(1e39);
    act2: LeakyRelu(slope = -1e300);
    act3: Elu(alpha = 3.5e38);
    norm: LayerNorm(eps = 1e-60);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
