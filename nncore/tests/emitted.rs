//! What `network!` emits against the interpreter of graphs, on networks declared once for both:
//! forward, backward, running statistics and steps of SGD, in f64.
#![cfg(feature = "std")]

mod networks;

use std::collections::BTreeSet;
use std::time::Instant;

use networks::compare::{comparison, tolerance};
use networks::data::seed;
use networks::declared::CASES;
use networks::{Case, bodies, oracle};
use nncore::{Cpu, CpuOptions, Error};

/// Chains, then networks with bodies.
fn all() -> impl Iterator<Item = &'static Case> {
    CASES.iter().chain(bodies::CASES).chain(bodies::SEVERAL)
}

fn device(threads: usize, strict: bool) -> Cpu<f64> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

/// All networks on batches of `batch`.
fn real_numbers(batch: usize, threads: usize, strict: bool) {
    let start = Instant::now();
    let device = device(threads, strict);
    let mut worst = [(0.0, "none"); 2];
    for case in all() {
        let network = oracle::network(case);
        let data = oracle::data(case, batch, false, seed(case.name));
        let Some(observe) = case.observe else { continue };
        let found = match observe(&device, &data) {
            Err(Error::OneValuePerChannel) if batch == 1 && oracle::refuses_one(&network) => {
                continue;
            }
            other => other.unwrap_or_else(|e| panic!("{}: {e}", case.name)),
        };
        let mut c = comparison(case, format!("batch {batch}"), false);
        c.observed(&found, &oracle::expected(&network, &data));
        let limit = tolerance(&network);
        assert!(c.worst <= limit, "{}, batch {batch}: {:e} > {limit:e}", case.name, c.worst);
        let class = &mut worst[usize::from(limit > 1e-12)];
        if c.worst > class.0 {
            *class = (c.worst, case.name);
        }
    }
    println!("batch {batch}, worst of sums and of functions: {worst:?}, {:?}", start.elapsed());
}

#[test]
fn batches_of_1_equal_the_interpreter() {
    real_numbers(1, 2, false);
}

#[test]
fn batches_of_2_equal_the_interpreter() {
    real_numbers(2, 1, false);
}

#[test]
fn batches_of_7_equal_the_interpreter_on_strict_devices_too() {
    real_numbers(7, 3, false);
    real_numbers(7, 2, true);
}

#[test]
fn batches_of_33_equal_the_interpreter() {
    real_numbers(33, 2, false);
}

#[test]
fn whole_numbers_are_exact_where_all_operations_are() {
    let devices = [device(1, false), device(2, false), device(1, true)];
    let mut networks = 0;
    for case in all() {
        let network = oracle::network(case);
        if !oracle::is_exact(&network) {
            continue;
        }
        networks += 1;
        for (batch, device) in
            [1, 2, 7, 33].into_iter().flat_map(|b| devices.iter().map(move |d| (b, d)))
        {
            let data = oracle::data(case, batch, true, 100 + seed(case.name));
            let found = (case.pass)(device, &data).expect("a pass");
            let mut c = comparison(case, format!("batch {batch}, whole numbers"), true);
            c.passed(&found, &oracle::expected_pass(&network, &data));
        }
    }
    assert!(networks >= 20, "{networks}");
}

#[test]
fn nothing_is_read_that_was_not_written() {
    let device = device(2, false);
    for case in all() {
        let network = oracle::network(case);
        let data = oracle::data(case, 5, false, 200 + seed(case.name));
        let found = (case.pass)(&device, &data).unwrap_or_else(|e| panic!("{}: {e}", case.name));
        let mut c = comparison(case, "memory full of NaN".to_owned(), false);
        c.passed(&found, &oracle::expected_pass(&network, &data));
        let limit = tolerance(&network);
        assert!(c.worst <= limit, "{}: {:e} > {limit:e}", case.name, c.worst);
    }
}

#[test]
fn the_networks_hold_every_kind_and_both_forms_agree() {
    assert!(CASES.len() >= 36, "{}", CASES.len());
    let mut kinds = BTreeSet::new();
    for case in all() {
        let network = oracle::network(case);
        kinds.extend(network.layers.iter().map(|l| l.kind_name().to_owned()));
        let inputs: Vec<usize> = network.inputs.iter().map(|i| i.shape.len()).collect();
        assert_eq!(case.inputs.iter().map(|r| r.len).collect::<Vec<_>>(), inputs, "{}", case.name);
        let outputs: Vec<_> = network.outputs.iter().map(|o| network.shape(o.value)).collect();
        assert_eq!(case.outputs, outputs, "{}", case.name);
        let found: Vec<_> = case.tensors.iter().map(|t| (t.name, t.shape)).collect();
        let expected: Vec<_> =
            network.tensors.iter().map(|t| (&t.name[..], t.tensor.shape)).collect();
        assert_eq!(found, expected, "{}", case.name);
    }
    let words: BTreeSet<String> = nncompiler::ops::kind_names().map(str::to_owned).collect();
    assert!(kinds.is_superset(&words), "{words:?}");
}
