use nncore::prelude::*;

network! {
    pub struct Embed;
    input: [4] in 0..9;
    table: Embedding(9 -> 2);
}

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    embed: Embed;
    fn forward(x) { embed(fc(x)) }
}

fn main() {}
