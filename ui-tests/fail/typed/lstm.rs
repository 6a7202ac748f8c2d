//! A recurrent layer.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: LSTM(8, 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
