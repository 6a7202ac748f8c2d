//! Networks with networks as layers, as compiled by `network!`, against the interpreter of graphs on the same layers in
//! one network: every kind of layer and every function before, after and between networks, frozen or not, and random
//! ones; forward, backward and inference over memory that is full of NaN, in f64.
// They are generated, and take long to compile: nothing for a linter.
#![cfg(all(feature = "std", not(clippy)))]

#[allow(deprecated, reason = "random windows leave rows out, which the language warns of")]
mod nested;
#[allow(dead_code, unused_imports, unused_macros, reason = "the test `emitted` uses the rest")]
mod networks;

use networks::compare::{comparison, tolerance};
use networks::data::seed;
use networks::oracle;
use nncore::{Cpu, CpuOptions, Error};

/// The networks compute what the interpreter does, in pieces by some threads.
fn check(batch: usize, threads: usize, strict: bool) {
    let device =
        Cpu::<f64>::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads");
    let (mut gradients, mut worst, mut refused) = (0, (0.0, "none"), 0);
    for case in nested::all() {
        let network = oracle::network(case);
        let names: Vec<String> = case.tensors.iter().map(|t| t.name.replace('.', "_")).collect();
        let expected: Vec<String> =
            network.tensors.iter().map(|t| t.name.replace('.', "_")).collect();
        assert_eq!(names.len(), expected.len(), "{}: {names:?}, {expected:?}", case.name);
        let data = oracle::data(case, batch, false, seed(case.name));
        let found = match (case.pass)(&device, &data) {
            Err(Error::OneValuePerChannel) if batch == 1 && oracle::refuses_one(&network) => {
                refused += 1;
                continue;
            }
            other => other.unwrap_or_else(|e| panic!("{}: {e}", case.name)),
        };
        gradients += found.gradients.iter().flatten().count();
        let mut c = comparison(case, format!("batch {batch}"), false);
        c.passed(&found, &oracle::expected_nested(case, &network, &data));
        let limit = 10.0 * tolerance(&network); // random networks are badly conditioned
        assert!(c.worst <= limit, "{}: {:e} > {limit:e}\n{}", case.name, c.worst, case.text);
        if c.worst > worst.0 {
            worst = (c.worst, case.name);
        }
    }
    println!("batch {batch}: {gradients} gradients, {refused} refused, worst {worst:?}");
    assert!(gradients > 200, "{gradients}");
}

#[test]
fn batches_of_1_equal_the_interpreter() {
    check(1, 1, false);
}

#[test]
fn batches_of_5_equal_the_interpreter_on_strict_devices_too() {
    check(5, 2, false);
    check(5, 1, true);
}
