//! Each mistake is told once, and none follows from another.
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 8, 8];
    conv1: Conv2d(4 -> 8, kernel = 3);
    conv2: Conv2d(8 -> 8, kernel = 9);
    fc: Linear(10 -> 10);
    fn forward(x) {
        let h = relu(conv1(x));
        let g = gelu(conv2(h));
        fc(flaten(g))
    }
}

fn main() {}
