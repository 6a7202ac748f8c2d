//! A convolution as PyTorch writes it.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: nn.Conv2d(3, 32, kernel_size=(3, 3), stride=2, padding=1, bias=False);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
