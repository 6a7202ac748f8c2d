//! Options of losses.
use nncore::prelude::*;

network! {
    pub struct A;
    input: [8];
    fc: Linear(8 -> 4);
    loss: CrossEntropy(label_smoothing = 1.5, ignore_index = -100);
}

network! {
    pub struct B;
    input: [8];
    fc: Linear(8 -> 4);
    loss: Huber(0.0);
}

network! {
    pub struct C;
    input: [8];
    fc: Linear(8 -> 4);
    loss: CrossEntropy(reduction = mean);
}

network! {
    pub struct D;
    input: [8];
    fc: Linear(8 -> 4);
    loss = CrossEntropy(smoothing = 0.1);
}

fn main() {
    println!("{} {} {} {}", A::SUMMARY, B::SUMMARY, C::SUMMARY, D::SUMMARY);
}
