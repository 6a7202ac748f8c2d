//! An image layer needs an image.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [784];
    conv1: Conv2d(1 -> 8, kernel = 3);
}

network! {
    pub struct Gray;
    input: [28, 28];
    pool: MaxPool2d(2);
}

fn main() {
    println!("{} {}", Net::SUMMARY, Gray::SUMMARY);
}
