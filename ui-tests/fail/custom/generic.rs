//! An operation of your own works on a shape of known sizes.
use nncore::prelude::*;

network! {
    pub struct Block<C: Dim>;
    input: [C];
    act: Custom<Mish>;
}

fn main() {}
