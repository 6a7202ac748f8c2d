use nncore::prelude::*;

network! {
    pub struct Cell;
    input x: [3] in 0..9;
    input h: [4];
    table: Embedding(9 -> 4);
    fn forward(x, h) { tanh(sum(table(x), axis = 0) + h) }
}

network! {
    struct Net;
    input tokens: [5, 3] in 0..9;
    cell: Cell;
    fn forward(tokens) { scan(cell, tokens, zeros([4])) }
}

fn main() {}
