//! Weights in the program: in a `static`, a `const`, a module, and with a header of some kilobytes.
#![forbid(unsafe_code)]
#![deny(warnings)]
use nncore::prelude::*;
use nncore::tiny::{self, Weights, WeightsRef, weights_len};

network! {
    struct Deep;
    input: [2];
    fc1: Linear(2 -> 2);
    fc2: Linear(2 -> 2);
    fc3: Linear(2 -> 2);
    fc4: Linear(2 -> 2);
    fc5: Linear(2 -> 2);
    fc6: Linear(2 -> 2);
    fc7: Linear(2 -> 2);
    fc8: Linear(2 -> 2);
    fc9: Linear(2 -> 2);
    fc10: Linear(2 -> 2);
    fc11: Linear(2 -> 2);
    fc12: Linear(2 -> 2);
    norm: BatchNorm1d;
    fc13: Linear(2 -> 2);
    fc14: Linear(2 -> 2);
    fc15: Linear(2 -> 2);
    fc16: Linear(2 -> 2);
    fc17: Linear(2 -> 2);
    fc18: Linear(2 -> 2);
    fc19: Linear(2 -> 2);
    fc20: Linear(2 -> 2);
}

static DEEP: Weights<Deep, { weights_len::<Deep>() }> =
    nncore::include_weights!("../weights/deep.safetensors" for Deep);

mod inner {
    use nncore::include_weights;
    use nncore::tiny::{Weights, weights_len};

    pub(crate) const DEEP: Weights<super::Deep, { weights_len::<super::Deep>() }> =
        include_weights!("../weights/deep.safetensors" for super::Deep);
}

fn main() {
    let weights: WeightsRef<'_, Deep> = (&DEEP).into();
    assert_eq!(weights.tensor("fc20.bias"), Some(&[40.0, 40.5][..]));
    static AGAIN: Weights<Deep, { weights_len::<Deep>() }> = inner::DEEP;
    assert_eq!(WeightsRef::from(&AGAIN).kept(), weights.kept());
    let local = nncore::include_weights!("../weights/deep.safetensors" for Deep);
    assert_eq!(tiny::WeightsRef::from(&local).parameters(), weights.parameters());
}
