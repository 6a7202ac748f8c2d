//! After a mismatch the declared sizes count: one mistake is one error.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(1 -> 8, kernel = 3, padding = 1);
    conv2: Conv2d(8 -> 8, kernel = 3, padding = 1);
    flat: Flatten;
    fc: Linear(8*32*32 -> 10);
    loss: CrossEntropy;
}

fn main() {
    let trainer: Option<Trainer<'_, Net, Cpu, CrossEntropy, Sgd>> = None;
    println!("{} {}", Net::SUMMARY, trainer.is_none());
}
