//! Numbers that only rustc knows, and are none, infinite or out of their ranges.
use nncore::prelude::*;

const SLOPE: f64 = f64::NAN;
const ZERO: f64 = 0.0;
const SHARE: f64 = 1.5;

network! {
    pub struct A;
    input: [3, 8, 8];
    act1: LeakyRelu(SLOPE);
    act2: Elu(alpha = f64::INFINITY);
    norm: BatchNorm2d(eps = f64::INFINITY);
    flat: Flatten;
    loss: CrossEntropy(label_smoothing = SHARE);
}

network! {
    pub struct B;
    input: [8];
    fc: Linear(8 -> 8);
    fn forward(x) { fc(x) / ZERO + SLOPE }
    loss: SLOPE * L1;
}

network! {
    pub struct C<H: Dim>;
    input: [8];
    fc: Linear(8 -> H);
    drop: Dropout(SHARE);
}

fn main() {
    println!("{} {}", A::SUMMARY, B::SUMMARY);
}
