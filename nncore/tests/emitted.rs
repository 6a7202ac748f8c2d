//! What `network!` emits against the compiler's interpreter, on networks declared once for both:
//! forward, backward, running statistics and steps of SGD, in f64.
#![cfg(feature = "std")]

mod networks;

use std::collections::BTreeSet;
use std::time::Instant;

use networks::bodies;
use networks::declared::CASES;
use networks::observe::{Observed, Passed};
use networks::{Case, oracle};
use nncore::{Cpu, CpuOptions, Error};

/// The largest difference relative to the largest number of the same tensor, or to a thousandth
/// of the largest of all gradients: a bias ahead of a batch norm has the gradient 0, and what is computed is rounding.
///
/// | layers | tolerance | why |
/// |---|---|---|
/// | all but the following | 1e-12 | sums of up to 4752 products in another order: √4752 · 2⁻⁵³ ≈ 8e-15, some layers deep |
/// | transcendental functions and norms | 1e-11 | nncore's own exp, tanh, erf differ from libm's by some 2⁻⁵³ each, and `1 - tanh²`, `x - mean` cancel |
const TOLERANCES: [(&[&str], f64); 2] = [
    (
        &[
            "Gelu",
            "Silu",
            "Sigmoid",
            "Tanh",
            "Softplus",
            "Elu",
            "Softmax",
            "LogSoftmax",
            "BatchNorm1d",
            "BatchNorm2d",
            "LayerNorm",
        ],
        1e-11,
    ),
    (&[], 1e-12),
];

fn tolerance(network: &nncompiler::network::Network) -> f64 {
    let has = |kinds: &[&str]| {
        kinds.is_empty() || network.layers.iter().any(|l| kinds.contains(&l.kind_name()))
    };
    TOLERANCES.iter().find(|(kinds, _)| has(kinds)).expect("the last serves all").1
}

/// Chains, then networks with bodies.
fn all() -> impl Iterator<Item = &'static Case> {
    CASES.iter().chain(bodies::CASES).chain(bodies::SEVERAL)
}

fn device(threads: usize, strict: bool) -> Cpu<f64> {
    Cpu::with(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

/// Compares tensors and keeps the worst difference.
struct Comparison<'a> {
    case: &'a Case,
    what: String,
    floor: f64,
    worst: f64,
    exact: bool,
}

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> f64 {
    numbers.into_iter().fold(0.0, |m, x| m.max(x.abs()))
}

impl Comparison<'_> {
    fn of(&mut self, name: &str, found: &[f64], expected: &[f64]) {
        let (case, what) = (self.case.name, &self.what);
        assert_eq!(found.len(), expected.len(), "{case}, {what}, {name}");
        assert!(expected.iter().all(|x| x.is_finite()), "{case}, {what}, {name}: {expected:?}");
        if self.exact {
            assert_eq!(found, expected, "{case}, {what}, {name}: not exact");
            return;
        }
        let scale = largest(expected).max(self.floor);
        for (i, (f, e)) in found.iter().zip(expected).enumerate() {
            let error = if f == e { 0.0 } else { (f - e).abs() / scale };
            assert!(error < 1e-9, "{case}, {what}, {name}[{i}]: {f}, not {e}"); // nor NaN
            self.worst = self.worst.max(error);
        }
    }

    fn gradients(&mut self, found: &[Option<Vec<f64>>], expected: &[Option<Vec<f64>>]) {
        self.floor = 1e-3 * largest(expected.iter().flatten().flatten());
        for (t, (f, e)) in found.iter().zip(expected).enumerate() {
            let name = format!("d_{}", self.case.tensors[t].name);
            match (f, e) {
                (Some(f), Some(e)) => self.of(&name, f, e),
                (None, None) => {}
                _ => panic!("{}: {name} is trained in one of both only", self.case.name),
            }
        }
        self.floor = 0.0;
    }

    fn observed(&mut self, found: &Observed, expected: &Observed) {
        let what = self.what.clone();
        for (i, (f, e)) in found.steps.iter().zip(&expected.steps).enumerate() {
            self.what = format!("{what}, step {i}");
            self.of("loss", &[f.loss], &[e.loss]);
            self.of("output", &f.output, &e.output);
            self.gradients(&f.gradients, &e.gradients);
            for (t, (f, e)) in f.tensors.iter().zip(&e.tensors).enumerate() {
                self.of(self.case.tensors[t].name, f, e);
            }
        }
        self.what = what;
        self.of("inference", &found.inferred, &expected.inferred);
        self.of("evaluation", &[found.evaluated], &[expected.evaluated]);
    }

    fn passed(&mut self, found: &Passed, expected: &Passed) {
        self.of("output", &found.output, &expected.output);
        self.of("inference", &found.inferred, &expected.inferred);
        self.gradients(&found.gradients, &expected.gradients);
    }
}

fn comparison<'a>(case: &'a Case, what: String, exact: bool) -> Comparison<'a> {
    Comparison { case, what, floor: 0.0, worst: 0.0, exact }
}

/// Whether a batch of one has one value a channel, whose variance is 0.
fn refuses_one(network: &nncompiler::network::Network) -> bool {
    network.steps.iter().any(|s| match s.geometry {
        nncompiler::ops::Geometry::BatchNorm(g) => g.positions == 1,
        _ => false,
    })
}

/// All networks on batches of `batch`.
fn real_numbers(batch: usize, threads: usize, strict: bool) {
    let start = Instant::now();
    let device = device(threads, strict);
    let mut worst = [(0.0, "none"); 2];
    for (i, case) in all().enumerate() {
        let network = oracle::network(case);
        let data = oracle::data(case, batch, false, i as u64);
        let Some(observe) = case.observe else { continue };
        let found = match observe(&device, &data) {
            Err(Error::OneValuePerChannel) if batch == 1 && refuses_one(&network) => continue,
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
    for (i, case) in all().enumerate() {
        let network = oracle::network(case);
        if !oracle::is_exact(&network) {
            continue;
        }
        networks += 1;
        for (batch, device) in
            [1, 2, 7, 33].into_iter().flat_map(|b| devices.iter().map(move |d| (b, d)))
        {
            let data = oracle::data(case, batch, true, 100 + i as u64);
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
    for (i, case) in all().enumerate() {
        let network = oracle::network(case);
        let data = oracle::data(case, 5, false, 200 + i as u64);
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
