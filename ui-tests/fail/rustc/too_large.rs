//! Constants that stand for no size: each once, where it is first written.
use nncore::prelude::*;

const MOST: usize = usize::MAX;
const WIDE: usize = usize::MAX;
const VALUES: usize = 1 << 33;
const ONE: usize = 1;

network! {
    struct Net;
    input: [2, 8, MOST];
    conv: Conv2d(2 -> WIDE, kernel = (MOST, WIDE));
    flat: Flatten;
    fc: Linear(usize::MAX % 7 + 4);
    out: Linear({ usize::MAX });
}

network! {
    struct Text;
    memory <= { MOST } KiB;
    flash <= ONE - 2 KiB;
    input text: [4] in 0..VALUES;
    input more: [8];
    table: Embedding(_ -> 2);
    fn forward(text, more) {
        (flatten(table(text)), slice(more, 0..WIDE))
    }
}

fn main() {}
