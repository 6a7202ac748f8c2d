//! Budgets of a network with sizes of other items, and limits that are other items.
use nncore::prelude::*;

const CHANNELS: usize = 16;
const MEMORY: usize = 64;
const FLASH: usize = 100_000;

network! {
    struct Net;
    input: [3, 32, 32];
    conv: Conv2d(3 -> CHANNELS, kernel = 3, padding = 1);
    flat: Flatten;
    fc: Linear(_ -> 10);
    memory <= MEMORY KiB;
    flash <= FLASH B;
}

fn main() {}
