//! Unknown functions of unknown values: both are told at once.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4, 8];
    fc: Linear(8 -> 8);
    fn forward(x) {
        let h = rellu(fcc(x));
        let g = matmull(hh, gg);
        let w = wavelet(hhh, same);
        h + g + w
    }
}

fn main() {}
