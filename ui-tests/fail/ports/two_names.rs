use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(x) { let (a, b) = fc(x); a + b }
}

fn main() {}
