//! The help says where the number comes from.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [1, 28, 28];
    flat: Flatten;
    relu: Relu;
    drop: Dropout(0.5);
    fc: Linear(1000 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
