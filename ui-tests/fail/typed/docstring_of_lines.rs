//! Python's docstring, of several lines.
use nncore::prelude::*;

network! {
    pub struct Net;
    """
    The network.

    It isn't large.
    """
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
