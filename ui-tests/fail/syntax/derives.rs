//! Traits that the macro derives, in every form.
use nncore::prelude::*;

network! {
    #[derive(std::clone::Clone, PartialEq)]
    #[cfg_attr(all(), derive(Debug))]
    pub struct Net;
    input: [8];
    fc1: Linear(8 -> 4);
    act: Relu;
    #[derive(Copy)]
    view Hidden: fc1;
}

fn main() {
    println!("{} {}", Hidden::SUMMARY, Net == Net);
}
