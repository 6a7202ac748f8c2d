//! Attributes that mean nothing here.
use nncore::prelude::*;

network! {
    #[derive(Clone, PartialEq)]
    pub struct Net;
    #[cfg(test)]
    input: [8];
    #[inline]
    fc1: Linear(8 -> 4);
    #[allow(dropped_row)]
    fc2: Linear(4 -> 4);
    #[rustfmt::skip]
    fc3: Linear(4 -> 2);
    #[allow]
    fc4: Relu;
}

fn main() {
    println!("{} {}", Net::SUMMARY, Net == Net);
}
