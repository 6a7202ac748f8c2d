//! A convolution as Keras writes it.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2D(32, (3, 3), activation="relu", padding="same");
}

fn main() {
    println!("{}", Net::SUMMARY);
}
