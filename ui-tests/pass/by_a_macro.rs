//! A network may come out of another macro.
#![deny(warnings)]
use nncore::prelude::*;

macro_rules! mlp {
    ($name:ident, $inputs:expr, $hidden:literal, $classes:expr) => {
        network! {
            struct $name;
            input: [$inputs];
            fc1: Linear($inputs -> $hidden);
            act: Relu;
            fc2: Linear($hidden -> $classes);
        }
    };
}

mlp!(Tiny, 2 + 2, 8, 3);
mlp!(Wide, 4, 16, 3);

fn main() {
    assert_eq!((Tiny::PARAMETERS, Wide::PARAMETERS), (40 + 27, 80 + 51));
}
