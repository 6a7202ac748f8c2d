use nncore::prelude::*;

network! {
    pub struct Cell;
    input x: [4];
    input h: [3];
    of_x: Linear(4 -> 3);
    of_h: Linear(3 -> 3);
    fn forward(x, h) {
        let next = tanh(of_x(x) + of_h(h));
        (next * h, next)
    }
}

network! {
    struct Net;
    input: [4];
    cell: Cell;
    fn forward(x) { let (y, h) = cell(x, zeros([5])); y + h }
}

fn main() {}
