//! A network that does not fit a function; both shapes are shown.
use nncore::prelude::*;

network! {
    struct Small;
    input: [3, 32, 32];
    flat: Flatten;
    fc: Linear(_ -> 10);
}

fn train<N: Network<Input = Image<3, 56, 56>, Output = Vector<10>>>() -> usize {
    N::TENSORS.len()
}

fn main() {
    train::<Small>();
}
