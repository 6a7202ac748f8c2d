//! Names of the user's module do not reach into emitted code, nor the other way round.
#![allow(dead_code, non_camel_case_types)]
use nncore::prelude::network;

mod core {}
mod std {}
struct Option;
struct Some;
struct Vector;
struct Shape;
struct Linear;
struct Relu;
type usize_ = usize;
const T: usize = 2;
const D: usize = 3;
const N: usize = 4;
const fn check() {}

network! {
    struct Result;
    input: [T];
    some: Linear(T -> D);
    pass: Relu;
    piece: Linear(D -> N);
    self_: Tanh;
    r#type: Linear(N -> 1);
    fn: Relu;
    crate_: Relu;
    o: Linear(1 -> 2);
    x: Linear(2 -> 2);
    g: Softmax;
}

fn main() {
    assert_eq!(Result::PARAMETERS, 9 + 16 + 5 + 4 + 6);
}
