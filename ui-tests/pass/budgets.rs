//! Budgets that hold exactly: what a program without an allocator needs, counted by the macro or by rustc.
use nncore::prelude::*;
use nncore::tiny::{inference_len, weights_len};

network! {
    struct Flat;
    input: [1, 8, 8];
    conv: Conv2d(1 -> 4, kernel = 3, padding = 1);
    act: Relu;
    flat: Flatten;
    fc: Linear(_ -> 10);
    memory <= 1088 B;
    flash <= 10560 B;
    memory <= 64 KiB for 4;
}

network! {
    struct Nested;
    input: [1, 8, 8];
    flat: Flat;
    act: Tanh;
    fc: Linear(10 -> 10);
    memory <= 1152 B;
    flash <= FLASH B;
}

const FLASH: usize = 11_072;

const _: () = assert!(4 * inference_len::<Flat>(1) == 1088);
const _: () = assert!(4 * weights_len::<Flat>() == 10_560);
const _: () = assert!(4 * inference_len::<Nested>(1) == 1152);
const _: () = assert!(4 * weights_len::<Nested>() == FLASH);

fn main() {}
