//! An unknown kind, by a path.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10); id: nn.Foo(3);
}

fn main() {
    println!("{}", Net::SUMMARY);
}
