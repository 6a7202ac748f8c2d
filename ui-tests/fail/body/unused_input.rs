//! An input that nothing reads.
use nncore::prelude::*;

network! {
    struct Net;
    input image: [4];
    input noise: [2];
    fc: Linear(4 -> 4);
    fn forward(image, noise) { fc(image) }
}

fn main() {}
