//! A condition on a line of a body: the macro cannot evaluate it.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc1: Linear(4 -> 4);
    fc2: Linear(4 -> 4);
    fn forward(x) {
        #[cfg(unix)]
        let h = fc1(x);
        #[allow(unused)]
        let y = fc2(h);
        /// A comment is none.
        let z = relu(y);
        #[cfg(unix)]
        z
    }
}

fn main() {}
