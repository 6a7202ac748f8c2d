//! A dilated window must not step over the whole image.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 3, 3];
    pool: MaxPool2d(2, stride = 1, dilation = 4, padding = 1);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
