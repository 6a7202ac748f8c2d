//! PyTorch's habit.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
    fn forward(self, x) { self.fc(x) }
}

fn main() {}
