//! Parentheses without arguments, as macros write them: `$kind($($argument),*)`.
#![deny(warnings)]
use nncore::prelude::*;

network! {
    struct Net;
    input: [2, 4, 1];
    flat: Flatten();
    fc: Linear(8 -> 10);
    act: Relu();
    prob: Softmax();
}

network! {
    struct Plain;
    input: [2, 4, 1];
    flat: Flatten;
    fc: Linear(8 -> 10);
    act: Relu;
    prob: Softmax;
}

fn main() {
    assert_eq!(Net::SUMMARY, Plain::SUMMARY.replace("Plain", "Net"));
}
