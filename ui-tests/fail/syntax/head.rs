//! A network begins with its type, by which it is known even then.
use nncore::prelude::*;

network! {
    pub enum Net;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2: Linear(8 -> 4);
}

network! {
    pub struct Braces {
        input: [8];
        fc1: Linear(8 -> 4);
        fc2: Linear(8 -> 4);
    }
}

network! {
    pub struct Generic<const N: usize>;
    input: [8];
    fc1: Linear(8 -> 4);
    fc2: Linear(8 -> 4);
}

network! {
    pub struct Unfinished
    input: [8];
    fc1: Linear(8 -> 4);
}

network! {
    pub struct Tuple(u8);
    input: [8];
    fc1: Linear(8 -> 4);
}

network! {
    Plain;
    input: [8];
    fc1: Linear(8 -> 4);
}

fn main() {
    println!("{} {} {}", Net::SUMMARY, Braces::SUMMARY, Generic::SUMMARY);
    println!("{} {} {}", Unfinished::SUMMARY, Tuple::SUMMARY, Plain::SUMMARY);
}
