//! The tiny device has the bits of the strict CPU.
#![cfg(feature = "std")]

#[path = "tiny/networks.rs"]
mod networks;
#[path = "tiny/observe.rs"]
mod observe;
#[path = "tiny/several.rs"]
mod several;

use networks::{bodies, declared};

/// All networks, on batches of which the first 16, or fewer, are summed for themselves.
fn all(which: usize) {
    let mut compared = 0;
    for (i, case) in declared::CASES.iter().chain(bodies::CASES).enumerate() {
        println!("{}", case.name);
        compared += case.compare[which](i as u64);
    }
    println!("{compared} numbers");
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn batches_of_1() {
    all(0);
}

#[test]
fn batches_of_5() {
    all(1);
}

#[test]
fn batches_of_19_more_than_there_are_slots() {
    all(2);
}
