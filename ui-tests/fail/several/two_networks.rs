//! Each network reports its own.
use nncore::prelude::*;

network! {
    pub struct First;
    input: [8];
    fc1: Linear(7 -> 4);
}

network! {
    pub struct Second;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2: Linear(5 -> 4);
}

fn compare<A: Network, B: Network>() -> bool {
    A::PARAMETER_LEN == B::PARAMETER_LEN
}

fn main() {
    println!("{}", compare::<First, Second>());
}
