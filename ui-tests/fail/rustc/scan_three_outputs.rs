use nncore::prelude::*;

network! {
    pub struct Cell;
    input x: [3];
    input h: [4];
    fc: Linear(3 -> 4);
    fn forward(x, h) { (fc(x), h, h + fc(x)) }
}

network! {
    struct Net;
    input: [5, 3];
    cell: Cell;
    fn forward(x) { scan(cell, x, zeros([4])) }
}

fn main() {}
