//! A constant that every network has.
use nncore::prelude::*;

network! {
    pub struct Net;
    const PARAMETERS: usize = 4;
    const training_bytes: usize = 4;
    input: [PARAMETERS];
    fc: Linear(PARAMETERS -> training_bytes);
}

fn main() {
    println!("{}", Net::PARAMETERS);
}
