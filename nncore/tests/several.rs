//! Networks with several inputs and outputs, and losses on each of them.
#![cfg(feature = "std")]

use nncore::Error;
use nncore::kernels::loss::cross_entropy;
use nncore::loss::{LossOf, NoLoss, Weighted};
use nncore::network::inference_bytes;
use nncore::prelude::*;

network! {
    /// Gives a product with the first input, and the second one as it is.
    struct Net;
    input x: [2];
    input other: [3];
    input indices: [2] in 0..5;
    fc: Linear(2 -> 2, bias = false);
    fn forward(x, other, _indices) {
        (fc(x), other)
    }
}

struct Batches {
    x: Batch<Vector<2>>,
    other: Batch<Vector<3>>,
    indices: Batch<Indices<2, 5>>,
}

impl Batches {
    /// Two samples.
    fn new() -> Self {
        Self {
            x: Batch::from_vec(vec![1.0, 2.0, -1.0, 3.0]).unwrap(),
            other: Batch::from_vec(vec![0.5, -0.5, 1.0, 2.0, 0.0, -1.0]).unwrap(),
            indices: Batch::from_vec(vec![0, 4, 3, 2]).unwrap(),
        }
    }

    fn all(&self) -> (&Batch<Vector<2>>, &Batch<Vector<3>>, &Batch<Indices<2, 5>>) {
        (&self.x, &self.other, &self.indices)
    }
}

/// The first output for those batches.
const OUTPUT: [f32; 4] = [-3.0, 5.0, -7.0, 2.5];

fn model() -> Model<Net, Cpu> {
    let mut model = Model::init(&Cpu::with_threads(2).unwrap(), Seed(1)).unwrap();
    model.set_tensor("fc.weight", &[1.0, -2.0, 2.0, 1.5]).unwrap();
    model
}

#[test]
fn outputs_are_a_tuple() {
    let (model, batches) = (model(), Batches::new());
    let mut predictor = Predictor::new(&model, Capacity(5)).unwrap();
    let (y, other) = predictor.run(batches.all()).unwrap();
    assert_eq!(y.items(), OUTPUT);
    assert_eq!(other, batches.other);
    let mut out = (Batch::zeros(9), Batch::zeros(0));
    predictor.run_into(batches.all(), &mut out).unwrap();
    assert_eq!(out, (y, other));
    assert_eq!(predictor.output().unwrap(), out);
}

/// A step's loss, and the gradient of `fc.weight`; inference gives the same loss.
fn step<L: LossOf<Net>>(losses: L, targets: L::Targets<'_, f32>) -> (f32, Vec<f32>) {
    let (mut model, batches) = (model(), Batches::new());
    let mut predictor = Predictor::new(&model, Capacity(3)).unwrap();
    let evaluated = predictor.evaluate(batches.all(), targets, &losses).unwrap();
    let mut trainer = Trainer::new(&mut model, losses, Sgd::new(0.0), Capacity(5)).unwrap();
    let loss = trainer.step(batches.all(), targets).unwrap();
    assert_eq!(evaluated.to_bits(), loss.to_bits());
    let (y, other) = trainer.output().unwrap();
    assert_eq!((y.items(), other), (&OUTPUT[..], batches.other));
    (loss, trainer.gradient("fc.weight").unwrap())
}

#[test]
fn the_loss_is_the_weighted_sum() {
    let first = Batch::from_vec(vec![-4.0, 5.0, -7.0, 0.5]).unwrap(); // off by 1, 0, 0, 2
    let second = Batch::from_vec(vec![0.5, -0.5, 1.0, 2.0, 6.0, -1.0]).unwrap(); // off by 6 once
    let (squares, distances) = (5.0 / 4.0, 1.0);
    // d_y = 2 / 4 (y - t) = [0.5, 0; 0, 1]; d_w = d_yᵀ x
    let gradient = [0.5, 1.0, -1.0, 3.0];
    let (loss, found) = step((MeanSquaredError, Unchecked(L1)), (&first, &second));
    assert_eq!((loss, &found[..]), (squares + distances, &gradient[..]));
    let (loss, found) =
        step((Weighted(0.5, MeanSquaredError), Weighted(3.0, L1)), (&first, &second));
    assert_eq!(
        (loss, found),
        (0.5 * squares + 3.0 * distances, gradient.map(|g| 0.5 * g).to_vec())
    );
    // Weights within weights, and none of value.
    let nested = Weighted(0.5, Unchecked(Weighted(4.0, MeanSquaredError)));
    let (loss, found) = step((nested, Weighted(0.0, L1)), (&first, &second));
    assert_eq!((loss, found), (2.0 * squares, gradient.map(|g| 2.0 * g).to_vec()));
}

#[test]
fn no_loss_has_no_target_and_no_gradient() {
    let second = Batch::from_vec(vec![0.5, -0.5, 1.0, 2.0, 6.0, -1.0]).unwrap();
    assert_eq!(step((NoLoss, L1), ((), &second)), (1.0, vec![0.0; 4]));
    let first = Batch::from_vec(vec![-4.0, 5.0, -7.0, 0.5]).unwrap();
    assert_eq!(step((MeanSquaredError, NoLoss), (&first, ())), (1.25, vec![0.5, 1.0, -1.0, 3.0]));
    assert_eq!(step((NoLoss, NoLoss), ((), ())), (0.0, vec![0.0; 4]));
}

#[test]
fn each_loss_has_its_own_targets_and_class_weights() {
    let (first, second) =
        (Batch::from_vec(vec![1, 0]).unwrap(), Batch::from_vec(vec![2, 1]).unwrap());
    let weights = [0.5, 1.0, 2.0];
    let losses = (
        Weighted(0.25, CrossEntropy::new()),
        Unchecked(CrossEntropy::new().label_smoothing(0.1).weighted(weights)),
    );
    let other = Batches::new().other;
    let of = |smoothing, weight, classes, logits: &[f32], labels: &[u32], weights| {
        cross_entropy(smoothing, None, weight, classes, 2, logits, labels, weights, None).unwrap()
    };
    let weights: Vec<f32> = weights.iter().map(|w| *w as f32).collect();
    let expected = of(0.0, 0.25, 2, &OUTPUT, &[1, 0], None)
        + of(0.1, 1.0, 3, other.items(), &[2, 1], Some(&weights));
    assert_eq!(step(losses, (&first, &second)).0, expected);
    // Labels of one, numbers of the other.
    let numbers = Batch::zeros(2);
    let (loss, _) = step((L1, Unchecked(CrossEntropy::new())), (&numbers, &second));
    let expected = 17.5 / 4.0 + of(0.0, 1.0, 3, other.items(), &[2, 1], None);
    assert_eq!(loss, expected);
}

fn labels<const N: usize>(n: usize, label: u32) -> Batch<ClassIndex<N>> {
    Batch::from_vec(vec![label; n]).unwrap()
}

#[test]
fn what_does_not_fit_is_refused_before_the_parameters_change() {
    let mut model = model();
    let losses = (CrossEntropy::new(), Unchecked(CrossEntropy::new()));
    let mut trainer = Trainer::new(&mut model, losses, Sgd::new(1.0), Capacity(2)).unwrap();
    let good = Batches::new();

    let mut batches = Batches::new();
    batches.other.resize(1);
    let error = trainer.step(batches.all(), (&labels(2, 0), &labels(2, 0))).unwrap_err();
    assert!(matches!(error, Error::Inputs { expected: 2, input: 1, found: 1 }), "{error}");

    let mut batches = Batches::new();
    batches.indices.items_mut()[3] = 5;
    let error = trainer.step(batches.all(), (&labels(2, 0), &labels(2, 0))).unwrap_err();
    let index = matches!(error, Error::Index { sample: 1, position: 1, value: 5, limit: 5 });
    assert!(index, "{error}");

    let error = trainer.step(good.all(), (&labels(2, 0), &labels(1, 0))).unwrap_err();
    assert!(matches!(error, Error::Targets { inputs: 2, targets: 1 }), "{error}");

    // 2 is a class of the second output only.
    let error = trainer.step(good.all(), (&labels(2, 2), &labels(2, 2))).unwrap_err();
    assert!(matches!(error, Error::Label { sample: 0, label: 2, classes: 2 }), "{error}");
    let error = trainer.step(good.all(), (&labels(2, 1), &labels(2, 3))).unwrap_err();
    assert!(matches!(error, Error::Label { sample: 0, label: 3, classes: 3 }), "{error}");

    assert_eq!(trainer.steps(), 0);
    trainer.step(good.all(), (&labels(2, 1), &labels(2, 2))).unwrap();
    let mut fresh = self::model();
    let mut other = Trainer::new(&mut fresh, losses, Sgd::new(1.0), Capacity(2)).unwrap();
    other.step(good.all(), (&labels(2, 1), &labels(2, 2))).unwrap();
    assert_eq!(model.tensor("fc.weight").unwrap(), fresh.tensor("fc.weight").unwrap());
}

#[test]
fn integers_are_counted_among_the_bytes() {
    let inputs = inference_bytes::<Net>(3) - inference_bytes::<Net>(2);
    assert_eq!(inputs, 4 * (2 + 3 + 2 + 32));
}
