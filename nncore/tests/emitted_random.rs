//! 200 random networks, as compiled by `network!`, against the interpreter of graphs: forward, backward and inference
//! over memory that is full of NaN, in f64.
// They are generated, and take long to compile: nothing for a linter.
#![cfg(all(feature = "std", not(clippy)))]

#[allow(dead_code, unused_imports, reason = "the test `emitted` uses the rest")]
mod networks;
#[allow(deprecated, reason = "random windows leave rows out, which the language warns of")]
mod random;

use networks::compare::{comparison, tolerance};
use networks::oracle;
use nncore::{Cpu, CpuOptions, Error};

/// The networks compute what the interpreter does, in pieces by some threads.
fn check(batch: usize, threads: usize, strict: bool) {
    let device =
        Cpu::<f64>::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads");
    let (mut worst, mut gradients) = ((0.0, "none"), 0);
    for (i, case) in random::all().enumerate() {
        let network = oracle::network(case);
        let data = oracle::data(case, batch, false, i as u64);
        let found = match (case.pass)(&device, &data) {
            Err(Error::OneValuePerChannel) if batch == 1 && oracle::refuses_one(&network) => {
                continue;
            }
            other => other.unwrap_or_else(|e| panic!("{}: {e}", case.name)),
        };
        gradients += found.gradients.iter().flatten().count();
        let mut c = comparison(case, format!("batch {batch}"), false);
        c.passed(&found, &oracle::expected_pass(&network, &data));
        let limit = 10.0 * tolerance(&network); // random networks are badly conditioned
        assert!(c.worst <= limit, "{}: {:e} > {limit:e}\n{}", case.name, c.worst, case.text);
        if c.worst > worst.0 {
            worst = (c.worst, case.name);
        }
    }
    println!("batch {batch}: {gradients} gradients, worst {worst:?}");
    assert!(gradients > 200, "{gradients}");
}

#[test]
fn batches_of_1_equal_the_interpreter() {
    check(1, 1, false);
}

#[test]
fn batches_of_5_equal_the_interpreter() {
    check(5, 2, false);
}

#[test]
fn batches_of_19_equal_the_interpreter_on_strict_devices_too() {
    check(19, 3, false);
    check(19, 2, true);
}

#[test]
fn there_are_200_networks() {
    assert_eq!(random::all().count(), 200);
}
