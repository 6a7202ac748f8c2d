//! A fragment of `macro_rules!` is one operand: what is said has it in parentheses where they matter.
use nncore::prelude::*;

macro_rules! head {
    ($name:ident, $n:expr, $out:expr) => {
        network! {
            pub struct $name;
            input: [2 * $n];
            fc1: Linear(8 -> $out);
            fc2: Linear($n * 2 -> $out - 4);
        }
    };
}

head!(Net, 1 + 2, 3);

fn main() {
    println!("{}", Net::SUMMARY);
}
