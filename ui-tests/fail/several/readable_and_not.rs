//! What cannot be read hides nothing that can, and causes nothing.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = );
    conv2: Conv2d(9 -> 8, kernel = 3);
    relu3 Relu(;);
    conv4: Conv2d(8 -> 8, kernel = 0);
    flat: Flatten;
    fc1: Linear(10 -> 20);
    fc2: Linear(30 -> 40);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
