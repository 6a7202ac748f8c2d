//! A shortcut that lacks a projection; what follows is not doubted.
use nncore::prelude::*;

network! {
    struct Net;
    input: [16, 8, 8];
    conv: Conv2d(16 -> 32, kernel = 3, padding = 1, stride = 2);
    fc: Linear(_ -> 10);
    fn forward(x) { fc(flatten(relu(x + conv(x)))) }
}

fn main() {}
