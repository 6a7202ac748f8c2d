//! Compares what compiled networks compute with what the interpreter does.

use super::Case;
use super::observe::Observed;
use super::pass::Passed;

/// The largest difference relative to the largest number of the same tensor, or to a thousandth
/// of the largest of all gradients: a bias before a batch norm has the gradient 0, and what is computed is rounding.
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
            "exp",
            "ln",
            "pow",
        ],
        1e-11,
    ),
    (&[], 1e-12),
];

pub(crate) fn tolerance(network: &nncompiler::network::Network) -> f64 {
    let has = |kinds: &[&str]| {
        kinds.is_empty() || network.layers.iter().any(|l| kinds.contains(&l.kind_name()))
    };
    TOLERANCES.iter().find(|(kinds, _)| has(kinds)).expect("the last serves all").1
}

/// Compares tensors and keeps the worst difference.
pub(crate) struct Comparison<'a> {
    case: &'a Case,
    what: String,
    floor: f64,
    /// The worst difference until now.
    pub(crate) worst: f64,
    exact: bool,
}

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> f64 {
    numbers.into_iter().fold(0.0, |m, x| m.max(x.abs()))
}

impl Comparison<'_> {
    pub(crate) fn of(&mut self, name: &str, found: &[f64], expected: &[f64]) {
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

    pub(crate) fn gradients(&mut self, found: &[Option<Vec<f64>>], expected: &[Option<Vec<f64>>]) {
        self.floor = 1e-3 * largest(expected.iter().flatten().flatten());
        for (t, (f, e)) in found.iter().zip(expected).enumerate() {
            let name = format!("d_{}", self.case.tensors[t].name);
            match (f, e) {
                (Some(f), Some(e)) => self.of(&name, f, e),
                (None, None) => {}
                // No output depends on it: no call writes it.
                (Some(f), None) if f.iter().all(|x| x.is_nan()) => {}
                _ => panic!("{}: {name} is trained in one of both only", self.case.name),
            }
        }
        self.floor = 0.0;
    }

    fn tensors(&mut self, found: &[Vec<f64>], expected: &[Vec<f64>]) {
        for (t, (f, e)) in found.iter().zip(expected).enumerate() {
            self.of(self.case.tensors[t].name, f, e);
        }
    }

    pub(crate) fn observed(&mut self, found: &Observed, expected: &Observed) {
        let what = self.what.clone();
        for (i, (f, e)) in found.steps.iter().zip(&expected.steps).enumerate() {
            self.what = format!("{what}, step {i}");
            self.of("loss", &[f.loss], &[e.loss]);
            self.of("output", &f.output, &e.output);
            self.gradients(&f.gradients, &e.gradients);
            self.tensors(&f.tensors, &e.tensors);
        }
        self.what = what;
        self.of("inference", &found.inferred, &expected.inferred);
        self.of("evaluation", &[found.evaluated], &[expected.evaluated]);
    }

    pub(crate) fn passed(&mut self, found: &Passed, expected: &Passed) {
        self.of("output", &found.output, &expected.output);
        self.of("inference", &found.inferred, &expected.inferred);
        self.gradients(&found.gradients, &expected.gradients);
        self.tensors(&found.tensors, &expected.tensors);
    }
}

pub(crate) fn comparison<'a>(case: &'a Case, what: String, exact: bool) -> Comparison<'a> {
    Comparison { case, what, floor: 0.0, worst: 0.0, exact }
}
