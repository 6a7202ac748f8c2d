//! Sizes that only rustc knows: a const panic with the same text.
use nncore::prelude::*;

const HIDDEN: usize = 64;
struct Config;
impl Config {
    const CHANNELS: usize = 8;
}

network! {
    pub struct Net;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> Config::CHANNELS, kernel = 3, padding = 1);
    pool1: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(Config::CHANNELS*14*14 -> HIDDEN);
    fc2: Linear(HIDDEN*2 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
