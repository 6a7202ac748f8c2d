//! Losses against their formulas, central differences and PyTorch.

extern crate std;
use super::*;
use crate::random::{Purpose, Seed, Stream};
use core::ops::Range;
use std::string::ToString;
use std::vec;
use std::vec::Vec;

fn numbers(n: usize, a: u64) -> Vec<f64> {
    let stream = Stream::new(Seed(4), Purpose::Data, a, 0);
    (0..n as u64).map(|i| f64::from(2.0 * stream.normal_at(i) as f32)).collect()
}

fn of<T: Element>(x: &[f64]) -> Vec<T> {
    x.iter().map(|&x| T::from_f64(x)).collect()
}

/// The mean cross entropy of logits `[batch, classes]` times `weight`, from the full matrix of
/// log-probabilities.
fn cross_entropy_by_formula(
    label_smoothing: f64,
    ignore_index: Option<u32>,
    weight: f64,
    classes: usize,
    logits: &[f64],
    target: &[u32],
    class_weights: Option<&[f64]>,
) -> f64 {
    let weight_of = |c: usize| class_weights.map_or(1.0, |w| w[c]);
    let (mut total, mut weights) = (0.0, 0.0);
    for (row, &label) in logits.chunks_exact(classes).zip(target) {
        if Some(label) == ignore_index {
            continue;
        }
        let most = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = row.iter().map(|x| libm::exp(x - most)).sum();
        let minus_log: Vec<f64> = row.iter().map(|x| libm::log(sum) + most - x).collect();
        // The target as a distribution: one hot, smoothed.
        for (c, minus_log) in minus_log.iter().enumerate() {
            let hot = if c == label as usize { 1.0 - label_smoothing } else { 0.0 };
            total += (hot + label_smoothing / classes as f64) * weight_of(c) * minus_log;
        }
        weights += weight_of(label as usize);
    }
    weight * total / weights
}

/// The loss of one element times `weight`; NaN for a cross entropy, which has none.
fn elementwise_by_formula(kind: LossKind, weight: f64, x: f64, t: f64) -> f64 {
    let distance = (x - t).abs();
    let loss = match kind {
        LossKind::CrossEntropy { .. } => f64::NAN,
        LossKind::None => 0.0,
        LossKind::BinaryCrossEntropyWithLogits => {
            t * libm::log1p(libm::exp(-x)) + (1.0 - t) * libm::log1p(libm::exp(x))
        }
        LossKind::MeanSquaredError => distance * distance,
        LossKind::L1 => distance,
        LossKind::Huber { delta } if distance <= delta => 0.5 * distance * distance,
        LossKind::Huber { delta } => delta * (distance - 0.5 * delta),
    };
    weight * loss
}

struct Case {
    smoothing: f64,
    ignore: Option<u32>,
    weight: f64,
    classes: usize,
    logits: Vec<f64>,
    target: Vec<u32>,
    weights: Option<Vec<f64>>,
}

impl Case {
    fn run<T: Element>(&self) -> (f64, Vec<f64>) {
        let Self { smoothing, ignore, weight, classes, logits, target, weights } = self;
        let (logits, weights) = (of::<T>(logits), weights.as_ref().map(|w| of::<T>(w)));
        let mut d = of::<T>(&vec![f64::NAN; logits.len()]);
        let run = |d: Option<&mut [T]>| {
            let (batch, weights) = (target.len(), weights.as_deref());
            cross_entropy(
                *smoothing, *ignore, *weight, *classes, batch, &logits, target, weights, d,
            )
            .unwrap()
            .to_f64()
        };
        let loss = run(Some(&mut d));
        assert_eq!(loss.to_bits(), run(None).to_bits());
        (loss, d.iter().map(|d| d.to_f64()).collect())
    }

    fn by_formula(&self, logits: &[f64]) -> f64 {
        let Self { smoothing, ignore, weight, classes, target, weights, .. } = self;
        let weights = weights.as_deref();
        cross_entropy_by_formula(*smoothing, *ignore, *weight, *classes, logits, target, weights)
    }
}

/// Every combination of smoothing, ignored label, class weights and size, some with a weight.
fn each_case(mut check: impl FnMut(&Case)) {
    for (batch, classes) in [(1, 1), (1, 10), (7, 2), (5, 10), (3, 37), (2, 530)] {
        for smoothing in [0.0, 0.1, 1.0] {
            for ignore in [None, Some(1), Some(4_000_000_000)] {
                for weighted in [false, true] {
                    let n = batch * classes;
                    let mut target: Vec<u32> =
                        (0..batch as u32).map(|i| i * 7 % classes as u32).collect();
                    if let (true, Some(ignored)) = (batch > 1, ignore) {
                        target[1] = ignored;
                    }
                    let weights = weighted
                        .then(|| (0..classes).map(|c| 0.25 + (c % 5) as f64 * 0.5).collect());
                    let logits = numbers(n, classes as u64);
                    let weight = if classes == 2 { 0.25 } else { 1.0 };
                    check(&Case { smoothing, ignore, weight, classes, logits, target, weights });
                }
            }
        }
    }
}

#[test]
fn cross_entropy_is_that_of_the_formula() {
    each_case(|case| {
        let exact = case.by_formula(&case.logits);
        assert!((case.run::<f64>().0 - exact).abs() <= 1e-13 * exact.abs().max(1.0));
        assert!((case.run::<f32>().0 - exact).abs() <= 1e-6 * exact.abs().max(1.0));
    });
}

#[test]
fn cross_entropy_gradients_are_those_of_central_differences() {
    let h = 1e-4;
    each_case(|case| {
        let (d, single) = (case.run::<f64>().1, case.run::<f32>().1);
        for i in (0..d.len()).step_by(1 + d.len() / 60) {
            let at = |distance: f64| {
                let mut moved = case.logits.clone();
                moved[i] += distance;
                case.by_formula(&moved)
            };
            let exact = (at(h) - at(-h)) / (2.0 * h);
            assert!((d[i] - exact).abs() <= 1e-6 * exact.abs().max(1e-2), "{} {exact}", d[i]);
            assert!((single[i] - exact).abs() <= 1e-6);
        }
    });
}

#[test]
fn cross_entropy_is_pytorchs() {
    // x = torch.tensor([[1., 2., 3.], [0., 0., 0.], [-1., 4., 0.5]]).double().requires_grad_()
    // torch.nn.functional.cross_entropy(x, torch.tensor([2, 0, 1]), weight=torch.tensor([1., 2.,
    // 0.5]).double(), label_smoothing=0.1, ignore_index=0).backward(); loss.item(), x.grad
    let mut case = Case {
        smoothing: 0.1,
        ignore: Some(0),
        weight: 1.0,
        classes: 3,
        logits: vec![1.0, 2.0, 3.0, 0.0, 0.0, 0.0, -1.0, 4.0, 0.5],
        target: vec![2, 0, 1],
        weights: Some(vec![1.0, 2.0, 0.5]),
    };
    check(
        &case,
        0.2635306852030569,
        &[
            0.007073596585286229,
            0.028805120105754124,
            -0.0358787166910404,
            0.0,
            0.0,
            0.0,
            -0.008351576791325845,
            -0.007308440387407594,
            0.015660017178733436,
        ],
    );
    // The same without ignore_index, weight and label_smoothing.
    case.ignore = None;
    case.weights = None;
    case.smoothing = 0.0;
    check(
        &case,
        0.5141626060790897,
        &[
            0.030010191056793478,
            0.08157615701826587,
            -0.1115863480750594,
            -0.2222222222222222,
            0.1111111111111111,
            0.1111111111111111,
            0.0021659811052206473,
            -0.011873234951046788,
            0.009707253845826132,
        ],
    );
}

#[track_caller]
fn check(case: &Case, loss: f64, d: &[f64]) {
    let found = case.run::<f64>();
    assert!((found.0 - loss).abs() < 1e-14, "{}", found.0);
    for (found, exact) in found.1.iter().zip(d) {
        assert!((found - exact).abs() < 1e-15, "{found}, {exact}");
    }
}

#[test]
fn extreme_logits_and_batches() {
    let case = |logits: &[f64], classes: usize, target: &[u32], ignore| Case {
        smoothing: 0.0,
        weight: 1.0,
        ignore,
        classes,
        logits: logits.to_vec(),
        target: target.to_vec(),
        weights: None,
    };
    let right = case(&[1e4, -1e4, 0.0], 3, &[0], None);
    assert_eq!(right.run::<f32>(), (0.0, vec![0.0, 0.0, 0.0]));
    let wrong = case(&[1e4, -1e4, 0.0], 3, &[1], None);
    assert_eq!(wrong.run::<f32>(), (2e4, vec![1.0, -1.0, 0.0]));
    let one_class = case(&[7.0, -1e4], 1, &[0, 0], None);
    assert_eq!(one_class.run::<f32>(), (0.0, vec![0.0, 0.0]));
    let ignored = case(&[1.0, 2.0, 3.0, 4.0], 2, &[9, 9], Some(9)).run::<f32>();
    assert!(ignored.0.is_nan() && ignored.1 == [0.0; 4]);
    let mut weightless = case(&[1.0, -1.0, 0.5, 3.0], 2, &[0, 0], None);
    weightless.weights = Some(vec![0.0, 1.0]);
    let weightless = weightless.run::<f32>();
    assert!(weightless.0.is_nan() && weightless.1 == [0.0; 4], "{weightless:?}");
    assert!(case(&[], 5, &[], None).run::<f32>().0.is_nan());
    for bad in [f64::NAN, f64::INFINITY] {
        assert!(case(&[0.0, bad], 2, &[0], None).run::<f32>().0.is_nan());
    }
    assert_eq!(case(&[0.0, f64::NEG_INFINITY], 2, &[0], None).run::<f64>().0, 0.0);
    assert_eq!(case(&[0.0, f64::NEG_INFINITY], 2, &[1], None).run::<f64>().0, f64::INFINITY);
}

#[test]
fn a_label_out_of_range_is_an_error() {
    let mut d = [5.0f32; 6];
    let result = cross_entropy(0.0, Some(8), 1.0, 3, 2, &[0.0f32; 6], &[8, 3], None, Some(&mut d));
    let error = result.unwrap_err();
    assert_eq!(error, LabelOutOfRange { sample: 1, label: 3, classes: 3 });
    assert_eq!(
        error.to_string(),
        "sample 1 has label 3, but there are 3 classes\n  expected: 0 to 2\n  found:    3"
    );
    assert_eq!(d, [5.0; 6]);
    assert!(cross_entropy::<f32>(0.0, None, 1.0, 0, 1, &[], &[0], None, None).is_err());
}

const KINDS: [LossKind; 5] = [
    LossKind::BinaryCrossEntropyWithLogits,
    LossKind::MeanSquaredError,
    LossKind::L1,
    LossKind::Huber { delta: 1.0 },
    LossKind::Huber { delta: 0.3 },
];

#[test]
fn elementwise_losses_are_those_of_the_formulas_and_their_differences() {
    let h = 1e-5;
    for kind in KINDS {
        for (n, weight) in [(1, 1.0), (16, 0.5), (700, 1.0), (5, 3.0)] {
            let (x, t) = (numbers(n, 1), numbers(n, 2));
            let t: Vec<f64> = t.iter().map(|t| t.rem_euclid(1.0)).collect();
            let mean = |x: &[f64]| -> f64 {
                let pairs = x.iter().zip(&t);
                pairs.map(|(&x, &t)| elementwise_by_formula(kind, weight, x, t)).sum::<f64>()
                    / n as f64
            };
            let mut d = vec![f64::NAN; n];
            let loss = elementwise_loss(kind, weight, n, &x, &t, Some(&mut d));
            assert!((loss - mean(&x)).abs() <= 1e-14 * n as f64);
            assert_eq!(loss, elementwise_loss(kind, weight, n, &x, &t, None));
            let single = elementwise_loss(kind, weight, n, &of::<f32>(&x), &of(&t), None);
            assert!((f64::from(single) - mean(&x)).abs() <= 2e-6 * mean(&x));
            for i in 0..n.min(100) {
                let of = |x| elementwise_by_formula(kind, weight, x, t[i]);
                let exact = (of(x[i] + h) - of(x[i] - h)) / (2.0 * h) / n as f64;
                let error = (d[i] - exact).abs() * n as f64;
                assert!(error <= 1e-6, "{kind:?}: {}, {exact}", d[i]);
            }
        }
    }
}

#[test]
fn elementwise_losses_at_the_corners() {
    let run = |kind, x: f32, t: f32| {
        let mut d = [f32::NAN];
        (elementwise_loss(kind, 1.0, 1, &[x], &[t], Some(&mut d)), d[0])
    };
    assert_eq!(run(LossKind::L1, 2.0, 2.0), (0.0, 0.0));
    assert_eq!(run(LossKind::Huber { delta: 0.5 }, 3.5, 3.0), (0.125, 0.5));
    let binary = LossKind::BinaryCrossEntropyWithLogits;
    assert_eq!(run(binary, 1e4, 0.0), (1e4, 1.0));
    assert_eq!(run(binary, 1e4, 1.0), (0.0, 0.0));
    assert_eq!(run(binary, -1e4, 1.0), (1e4, -1.0));
    for kind in KINDS {
        assert!(run(kind, f32::NAN, 0.0).0.is_nan());
        assert!(elementwise_loss::<f32>(kind, 1.0, 0, &[], &[], None).is_nan());
    }
    // Two pieces of a batch of four add up to the mean.
    let (x, t) = ([1.0f32, 2.0, 3.0, 5.0], [0.0; 4]);
    let part = |range: Range<usize>| {
        elementwise_loss(LossKind::MeanSquaredError, 1.0, 4, &x[range.clone()], &t[range], None)
    };
    assert_eq!(part(0..2) + part(2..4), 9.75);
}

/// A power of two as weight is a factor of every bit of value and gradient.
#[test]
fn the_weight_is_a_factor_of_value_and_gradient() {
    let scaled = |values: &[f64]| values.iter().map(|v| 0.25 * v).collect::<Vec<_>>();
    each_case(|case| {
        let weighted = |weight| Case {
            weight,
            logits: case.logits.clone(),
            target: case.target.clone(),
            weights: case.weights.clone(),
            ..*case
        };
        let ((one, d_one), (part, d_part)) =
            (weighted(1.0).run::<f64>(), weighted(0.25).run::<f64>());
        assert_eq!((part, d_part), (0.25 * one, scaled(&d_one)));
    });
    let (x, t) = (numbers(33, 1), numbers(33, 2));
    for kind in KINDS {
        let run = |weight| {
            let mut d = vec![f64::NAN; 33];
            (elementwise_loss(kind, weight, 33, &x, &t, Some(&mut d)), d)
        };
        let ((one, d_one), (part, d_part)) = (run(1.0), run(0.25));
        assert_eq!((part, d_part), (0.25 * one, scaled(&d_one)), "{kind:?}");
    }
}
