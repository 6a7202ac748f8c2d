use nncore::prelude::*;

network! {
    pub struct Cell;
    input x: [3];
    input h: [4];
    of_x: Linear(3 -> 4);
    of_h: Linear(4 -> 4);
    fn forward(x, h) { tanh(of_x(x) + of_h(h)) }
}

network! {
    struct Net;
    input: [5, 3];
    cell: Cell;
    fn forward(x) {
        scan(cell, x)
    }
}

fn main() {}
