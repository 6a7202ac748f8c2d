//! Names are fields: snake_case.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    hiddenLayer: Linear(8 -> 4);
    FC2: Linear(4 -> 2);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
