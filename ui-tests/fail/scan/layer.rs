use nncore::prelude::*;

network! {
    struct Net;
    input: [5, 3];
    fc: Linear(3 -> 3);
    fn forward(x) { scan(fc, x) }
}

fn main() {}
