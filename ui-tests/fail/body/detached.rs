use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 2);
    fn forward(x) { fc2(detach(relu(fc1(x)))) }
}

fn main() {}
