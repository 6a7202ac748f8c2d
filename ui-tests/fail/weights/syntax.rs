//! What `include_weights!` is given.
use nncore::include_weights;
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [2];
    fc: Linear(2 -> 2);
}

fn main() {
    let _ = include_weights!();
    let _ = include_weights!(Net);
    let _ = include_weights!(7 for Net);
    let _ = include_weights!(concat!("a", "b") for Net);
    let _ = include_weights!("net.safetensors");
    let _ = include_weights!("net.safetensors", Net);
    let _ = include_weights!("net.safetensors" as Net);
    let _ = include_weights!("net.safetensors" for);
    let _ = include_weights!("net.safetensors" for 3);
    let _ = include_weights!("net.safetensors" for Net, true);
}
