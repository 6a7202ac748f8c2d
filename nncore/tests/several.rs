//! Several inputs, outputs and losses: a network written by hand, whose numbers are computed by hand as well.
#![cfg(feature = "std")]

use nncore::device::{Device, Memory, Ops, Pass, Region, Segment};
use nncore::kernels::loss::cross_entropy;
use nncore::loss::Losses;
use nncore::network::{Ending, NoParameters, inference_bytes};
use nncore::prelude::*;
use nncore::tensor::{Role, Sizes, TensorInfo};
use nncore::{Element, Error};
use nnplan::{Cost, Linear, LinearArgs};

/// `outputs.0 = inputs.0 Wᵀ`, `outputs.1 = inputs.1`; integers that nobody reads. When it `OVERLAPS`, the plan is
/// wrong.
#[derive(Clone, Copy, Debug)]
struct Two<const OVERLAPS: bool>;

const FC: Linear =
    Linear::new(Sizes::new(&[2]), LinearArgs { in_features: None, out_features: 2, bias: false });
const X: Region = Region::input(0, 2);
const W: Region = Region::parameter(0, 4);
const Y: Region = Region::arena(0, 2);
const D_Y: Region = Region::arena(16, 2);

/// The product, and a value that lies where the gradient of the output comes to lie.
fn run<D: Device>(pass: &mut Pass<'_, D>) {
    const SEGMENT: Segment = Segment { split: true, regions: &[X, Y, D_Y], gradients: &[] };
    pass.segment(&SEGMENT, |o| {
        o.linear(&FC, X, W, Region::NONE, Y);
        o.linear(&FC, X, W, Region::NONE, D_Y);
    });
}

impl<const OVERLAPS: bool> Network for Two<OVERLAPS> {
    type Input = (Vector<2>, Vector<3>, Indices<2, 5>);
    type Output = (Vector<2>, Vector<3>);
    type Parameters<T: Element> = NoParameters<T>;
    const NAME: &'static str = "Two";
    const SUMMARY: &'static str = "";
    const TENSORS: &'static [TensorInfo] = &[TensorInfo {
        name: "fc.weight",
        shape: Sizes::new(&[2, 2]),
        offset: 0,
        role: Role::Weight { fan_in: 2, fan_out: 2 },
    }];
    const COST: Cost = Cost::ZERO;
    const PARAMETER_LEN: usize = 16;
    const BUFFER_LEN: usize = 0;
    const ENDINGS: &'static [Ending] = &[Ending::Other, Ending::Softmax];
    const INFERENCE: Memory = Memory { arena: 32, ..Memory::NONE };
    const TRAINING: Memory = {
        let scratch = nncore::device::Scratch { columns: 0, partials: 16 };
        Memory { arena: 48, scratch, ..Memory::NONE }
    };
    const INFERENCE_OUTPUT: &'static [Region] = &[Y, Region::input(2, 3)];
    const TRAINING_OUTPUT: &'static [Region] = &[Y, Region::input(2, 3)];
    const OUTPUT_GRADIENT: &'static [Region] =
        &[D_Y, Region::arena(if OVERLAPS { 17 } else { 32 }, 3)];

    fn infer<D: Device>(pass: &mut Pass<'_, D>) {
        run(pass);
    }

    fn forward<D: Device>(pass: &mut Pass<'_, D>) {
        run(pass);
    }

    fn backward<D: Device>(pass: &mut Pass<'_, D>) {
        const D_W: Region = Region::gradient(0, 4);
        const SEGMENT: Segment = Segment { split: true, regions: &[X, D_Y], gradients: &[D_W] };
        pass.segment(&SEGMENT, |o| o.linear_grad_weight(&FC, X, D_Y, D_W));
    }
}

type Net = Two<false>;

struct Batches {
    x: Batch<Vector<2>>,
    other: Batch<Vector<3>>,
    indices: Batch<Indices<2, 5>>,
}

impl Batches {
    /// Two samples.
    fn new() -> Self {
        Self {
            x: Batch::new(vec![1.0, 2.0, -1.0, 3.0]).unwrap(),
            other: Batch::new(vec![0.5, -0.5, 1.0, 2.0, 0.0, -1.0]).unwrap(),
            indices: Batch::new(vec![0, 4, 3, 2]).unwrap(),
        }
    }

    fn all(&self) -> (&Batch<Vector<2>>, &Batch<Vector<3>>, &Batch<Indices<2, 5>>) {
        (&self.x, &self.other, &self.indices)
    }
}

/// The first output for those batches.
const OUTPUT: [f32; 4] = [-3.0, 5.0, -7.0, 2.5];

fn model<const OVERLAPS: bool>() -> Model<Two<OVERLAPS>, Cpu> {
    let mut model = Model::init(&Cpu::with_threads(2).unwrap(), Seed(1)).unwrap();
    assert!(model.set_tensor("fc.weight", &[1.0, -2.0, 2.0, 1.5]).unwrap());
    model
}

#[test]
fn outputs_are_a_tuple() {
    let (model, batches) = (model::<false>(), Batches::new());
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
fn step<L: Losses<(Vector<2>, Vector<3>)>>(
    losses: L,
    targets: L::Targets<'_, f32>,
) -> (f32, Vec<f32>) {
    let (mut model, batches) = (model::<false>(), Batches::new());
    let mut predictor = Predictor::new(&model, Capacity(3)).unwrap();
    let evaluated = predictor.evaluate(batches.all(), targets, &losses).unwrap();
    let mut trainer = Trainer::new(&mut model, losses, Sgd::new(0.0), Capacity(5)).unwrap();
    let loss = trainer.step(batches.all(), targets).unwrap();
    assert_eq!(evaluated.to_bits(), loss.to_bits());
    let (y, other) = trainer.output().unwrap();
    assert_eq!((y.items(), other), (&OUTPUT[..], batches.other));
    (loss, trainer.gradient("fc.weight").unwrap().unwrap())
}

#[test]
fn the_loss_is_the_weighted_sum() {
    let first = Batch::new(vec![-4.0, 5.0, -7.0, 0.5]).unwrap(); // off by 1, 0, 0, 2
    let second = Batch::new(vec![0.5, -0.5, 1.0, 2.0, 6.0, -1.0]).unwrap(); // off by 6 once
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
    let second = Batch::new(vec![0.5, -0.5, 1.0, 2.0, 6.0, -1.0]).unwrap();
    assert_eq!(step((NoLoss, L1), ((), &second)), (1.0, vec![0.0; 4]));
    let first = Batch::new(vec![-4.0, 5.0, -7.0, 0.5]).unwrap();
    assert_eq!(step((MeanSquaredError, NoLoss), (&first, ())), (1.25, vec![0.5, 1.0, -1.0, 3.0]));
    assert_eq!(step((NoLoss, NoLoss), ((), ())), (0.0, vec![0.0; 4]));
}

#[test]
fn each_loss_has_its_own_targets_and_class_weights() {
    let (first, second) = (Batch::new(vec![1, 0]).unwrap(), Batch::new(vec![2, 1]).unwrap());
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
    Batch::new(vec![label; n]).unwrap()
}

#[test]
fn what_does_not_fit_is_refused_before_the_parameters_change() {
    let mut model = model::<false>();
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
    let mut fresh = self::model::<false>();
    let mut other = Trainer::new(&mut fresh, losses, Sgd::new(1.0), Capacity(2)).unwrap();
    other.step(good.all(), (&labels(2, 1), &labels(2, 2))).unwrap();
    assert_eq!(model.tensor("fc.weight").unwrap(), fresh.tensor("fc.weight").unwrap());
}

#[test]
#[should_panic(expected = "keeps the gradient of an output apart")]
fn gradients_of_outputs_do_not_overlap() {
    let mut model = model::<true>();
    let _ = Trainer::new(&mut model, (NoLoss, NoLoss), Sgd::new(0.0), Capacity(1));
}

#[test]
fn integers_are_counted_among_the_bytes() {
    let inputs = inference_bytes::<Net>(3) - inference_bytes::<Net>(2);
    assert_eq!(inputs, 4 * (2 + 3 + 2 + 32));
}
