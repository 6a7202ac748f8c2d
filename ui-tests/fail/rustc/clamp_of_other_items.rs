//! Bounds that only rustc knows.
use nncore::prelude::*;

const LOW: f32 = 0.5;
const HIGH: f64 = 0.25;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) {
        clamp(fc(x), LOW, HIGH)
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
