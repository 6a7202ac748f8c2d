//! A probability.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    drop1: Dropout(1.5);
    drop2: Dropout(p = -0.1);
    drop3: Dropout(1);
    drop4: Dropout(half, 0.5);
    drop5: Dropout("0.5");
}

#[allow(non_upper_case_globals)]
const half: f64 = 0.5;

fn main() {
    println!("{} {half}", Net::SUMMARY);
}
