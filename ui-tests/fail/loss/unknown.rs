//! Losses by other names.
use nncore::prelude::*;

network! {
    pub struct A;
    input: [8];
    fc: Linear(8 -> 4);
    loss: MSELoss;
}

network! {
    pub struct B;
    input: [8];
    fc: Linear(8 -> 4);
    loss: CrosEntropy(label_smoothing = 0.1);
}

network! {
    pub struct C;
    input: [8];
    fc: Linear(8 -> 4);
    loss: Wasserstein;
}

fn main() {
    println!("{} {} {}", A::SUMMARY, B::SUMMARY, C::SUMMARY);
}
