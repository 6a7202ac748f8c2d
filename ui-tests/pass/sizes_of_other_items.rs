//! Constant items and associated constants are sizes.
#![deny(warnings)]
use nncore::prelude::*;

const SIDE: usize = 16;
const HIDDEN: usize = 32;
const RATE: f64 = 0.5;

trait Sizes {
    const CLASSES: usize;
}
struct Config;
impl Sizes for Config {
    const CLASSES: usize = 7;
}
impl Config {
    const CHANNELS: usize = 3;
    const KERNEL: usize = 3;
}
const fn half(n: usize) -> usize {
    n / 2
}

network! {
    struct Net;
    input: [Config::CHANNELS, SIDE, SIDE];
    conv: Conv2d(Config::CHANNELS -> HIDDEN / 4, kernel = Config::KERNEL, padding = Config::KERNEL / 2, stride = half(4));
    norm: BatchNorm2d(HIDDEN / 4);
    flat: Flatten;
    drop: Dropout(RATE);
    fc1: Linear(HIDDEN / 4 * half(SIDE) * half(SIDE) -> HIDDEN);
    fc2: Linear(HIDDEN -> { HIDDEN - 1 });
    fc3: Linear(_ -> <Config as Sizes>::CLASSES);
    loss: CrossEntropy;
}

const _: () = assert!(Net::PARAMETERS == 3 * 8 * 9 + 8 + 16 + 512 * 32 + 32 + 32 * 31 + 31 + 31 * 7 + 7);

fn main() -> Result<(), nncore::Error> {
    let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let images = Batch::<Image<3, 16, 16>>::zeros(1);
    let logits: Batch<Vector<7>> = Predictor::new(&model, Capacity(1))?.run(&images)?;
    assert_eq!(logits.len(), 1);
    Ok(())
}
