//! Python's docstring.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    """The network."""
    fc: Linear(8 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
