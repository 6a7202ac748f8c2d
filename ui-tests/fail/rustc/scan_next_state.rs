use nncore::prelude::*;

network! {
    pub struct Grows;
    input x: [3];
    input h: [4];
    fn forward(x, h) { concat(x, h) }
}

network! {
    struct Net;
    input: [5, 3];
    cell: Grows;
    fn forward(x) { scan(cell, x, zeros([4])) }
}

fn main() {}
