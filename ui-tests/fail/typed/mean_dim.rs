//! A mean along an axis that is counted with the batch.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 32, kernel = 3, padding = 1);
    fc: Linear(8192 -> 10);
    fn forward(x) {
        let h = conv1(x).mean(dim=1);
        let y = reshape(h, [256]);
        fc(concat(y, slice(flatten(x), 0..7936)))
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
