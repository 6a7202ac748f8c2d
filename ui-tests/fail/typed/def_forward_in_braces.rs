//! Python's keyword before a body of Rust's.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    def forward(self, x) -> Tensor {
        x = fc(x);
        return x;
    }
}

fn main() {
    println!("{}", Net::SUMMARY);
}
