//! Sizes that do not fit a generic network, which is not a layer of another one: it is refused where it is used.
use nncore::dim::{Dim, U8};
use nncore::prelude::*;
use nncore::tiny;

network! {
    struct Head<C: Dim>;
    input: [C];
    fc: Linear(10 -> 4);
}

fn main() {
    const LEN: usize = tiny::weights_len::<Head<U8>>();
    let weights = tiny::Weights::<Head<U8>, LEN>::from_numbers([0.0; LEN]);
    let mut memory = [0.0; 64];
    let mut predictor = tiny::Predictor::<Head<U8>>::in_slice(&weights, &mut memory).unwrap();
    predictor.run(&[0.0; 8]).unwrap();
}
