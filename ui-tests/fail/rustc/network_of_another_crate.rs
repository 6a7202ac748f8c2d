//! A network of another crate does not fit, before a layer and after one.
use nncore::prelude::*;

network! {
    struct Head;
    input: [100];
    fc: Linear(100 -> 10);
}

network! {
    struct Net;
    input: [1, 8, 8];
    body: ui_tests::Body;
    head: Head;
}

network! {
    struct Colour;
    input: [3, 8, 8];
    body: ui_tests::Body;
}

fn main() {}
