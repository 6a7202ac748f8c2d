//! Every loss against PyTorch: the value and the gradient, from `tests/pytorch/losses.safetensors`; by the
//! kernel, by a trainer, and the value by a predictor.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::recorded::Recorded;
use crate::common::source::Source;
use crate::common::tolerance::{Op, assert_close};
use crate::common::{Tested, cast};
use nncore::batch::Holds;
use nncore::kernels::loss::{LossKind, cross_entropy, elementwise_loss};
use nncore::network::{DeclaredLoss, Other};
use nncore::prelude::*;
use nncore::shape::Comparable;
use nncore::{Element, Error};

static RECORDED: LazyLock<Recorded> = LazyLock::new(|| Recorded::open("losses"));

/// A recorded loss; PyTorch's images of classes turned into one sample a pixel, as a mean over both is the same.
struct Case {
    name: &'static str,
    classes: usize,
    logits: Vec<f64>,
    d_logits: Vec<f64>,
    target: Vec<f64>,
    loss: f64,
}

impl Case {
    fn new(name: &'static str) -> Self {
        let key = |key: &str| format!("{name}/{key}");
        let logits = RECORDED.tensor(&key("logits"));
        let classes = logits.shape[1];
        let pixels: usize = logits.shape[2..].iter().product();
        let samples = |values: &[f64]| -> Vec<f64> {
            let image = |image: &[f64]| -> Vec<f64> {
                let at = |i: usize| (i % classes) * pixels + i / classes;
                (0..image.len()).map(|i| image[at(i)]).collect()
            };
            values.chunks_exact(classes * pixels).flat_map(image).collect()
        };
        Self {
            name,
            classes,
            logits: samples(&logits.values),
            d_logits: samples(RECORDED.values(&key("d_logits"))),
            target: RECORDED.values(&key("target")).to_vec(),
            loss: RECORDED.number(&key("loss")),
        }
    }

    fn samples(&self) -> usize {
        self.logits.len() / self.classes
    }

    fn labels(&self) -> Vec<u32> {
        self.target.iter().map(|&label| label as u32).collect()
    }

    /// The kernel, with and without the gradient.
    fn replay_kernel<T: Element>(&self, kind: LossKind, class_weights: Option<&[f64]>) {
        let recorded = RECORDED.find(&format!("{}/weight", self.name));
        assert_eq!(class_weights, recorded.map(|w| &w.values[..]), "{}: class weights", self.name);
        let class_weights: Option<Vec<T>> = class_weights.map(cast);
        let logits: Vec<T> = cast(&self.logits);
        let run = |d: Option<&mut [T]>| match kind {
            LossKind::CrossEntropy { label_smoothing, ignore_index } => cross_entropy(
                label_smoothing,
                ignore_index,
                1.0,
                self.classes,
                self.samples(),
                &logits,
                &self.labels(),
                class_weights.as_deref(),
                d,
            )
            .expect("the recorded labels are classes"),
            kind => elementwise_loss(kind, 1.0, logits.len(), &logits, &cast::<T>(&self.target), d),
        };
        let mut d_logits = cast::<T>(&vec![f64::NAN; logits.len()]);
        let losses = [run(Some(&mut d_logits)), run(None)];
        assert_close(Op::Loss, self.name, &losses, &[self.loss; 2]);
        assert_close(Op::GradientLoss, self.name, &d_logits, &self.d_logits);
    }

    /// A trainer and a predictor of a network whose output the recorded logits are: a [`Source`].
    fn replay_network<N, T: Tested, L: Loss<N::Output, Target: Comparable>, I>(
        &self,
        loss: &L,
        targets: Vec<I>,
    ) -> Result<(), Error>
    where
        N: Network<Input: OneInput<T>, Output: Shape, Ending = Other>,
        L::Target: Holds<I, T>,
    {
        let source = Source::new(&[self.samples(), self.classes]);
        let capacity = Capacity(self.samples());
        let inputs = Batch::<N::Input, T>::from_vec(cast(&source.inputs()))?;
        let targets = Batch::<L::Target, T>::from_vec(targets)?;
        let mut model = Model::<N, _>::init(&T::device()?, Seed(1))?;
        model.set_tensor("source.weight", &cast(&source.weight(&self.logits)))?;
        let evaluated = Predictor::new(&model, capacity)?.evaluate(&inputs, &targets, loss)?;
        let mut trainer = Trainer::new(&mut model, loss.clone(), Sgd::new(0.0), capacity)?;
        let trained = trainer.step(&inputs, &targets)?;
        assert_close(Op::Loss, self.name, &[evaluated, trained], &[self.loss; 2]);
        let d_weight = trainer.gradient("source.weight")?;
        let d_logits = source.gradient(&d_weight);
        assert_close(Op::GradientLoss, self.name, &d_logits, &self.d_logits);
        Ok(())
    }
}

const WEIGHTS: [f64; 5] = [0.5, 2.0, 1.0, 0.25, 3.0];

/// A network that declares its loss declares the one that the case uses.
macro_rules! declared {
    ($loss:ident) => {};
    ($loss:ident $($declared:tt)+) => {
        assert_eq!(Declared::LOSS, $loss)
    };
}

/// `case: [samples; classes] targets, { the network's declaration } the same loss;`
macro_rules! cases {
    ($($case:ident: [$n:tt; $classes:tt] $targets:ident, {$($declared:tt)*} $loss:expr;)*) => {
        const CASES: &[&str] = &[$(stringify!($case)),*];
        $(mod $case {
            use super::*;

            network! {
                struct Declared;
                input: [$n];
                source: Linear(_ -> $classes, bias = false);
                $($declared)*
            }

            fn replay<T: Tested>() -> Result<(), Error>
{
                let (case, loss) = (Case::new(stringify!($case)), $loss);
                assert_eq!((case.samples(), case.classes), ($n, $classes));
                declared!(loss $($declared)*);
                case.replay_kernel::<T>(
                    Loss::<Vector<$classes>>::kind(&loss),
                    Loss::<Vector<$classes>>::class_weights(&loss),
                );
                case.replay_network::<Declared, T, _, _>(&loss, targets!($targets, case))
            }

            #[test]
            fn in_f64() -> Result<(), Error> {
                replay::<f64>()
            }

            #[test]
            fn in_f32() -> Result<(), Error> {
                replay::<f32>()
            }
        })*
    };
}

macro_rules! targets {
    (labels, $case:ident) => {
        $case.labels()
    };
    (values, $case:ident) => {
        cast(&$case.target)
    };
}

#[test]
fn every_recorded_case_is_replayed() {
    assert_eq!(CASES.iter().copied().collect::<BTreeSet<_>>(), RECORDED.cases());
}

cases! {
    cross_entropy: [6; 5] labels, { loss: CrossEntropy; } CrossEntropy::new();
    cross_entropy_one_sample: [1; 5] labels, { loss: CrossEntropy; } CrossEntropy::new();
    cross_entropy_two_classes: [7; 2] labels, { loss: CrossEntropy; } CrossEntropy::new();
    cross_entropy_pixels: [24; 5] labels, { loss: CrossEntropy; } CrossEntropy::new();
    cross_entropy_extremes: [3; 3] labels, { loss: CrossEntropy; } CrossEntropy::new();
    cross_entropy_smoothing: [6; 5] labels,
        { loss: CrossEntropy(label_smoothing = 0.1); } CrossEntropy::new().label_smoothing(0.1);
    cross_entropy_ignore: [6; 5] labels,
        { loss: CrossEntropy(ignore_index = 255); } CrossEntropy::new().ignore_index(255);
    // Class weights cannot be declared.
    cross_entropy_weights: [6; 5] labels, {} CrossEntropy::new().weighted(WEIGHTS);
    cross_entropy_weights_smoothing: [6; 5] labels,
        {} CrossEntropy::new().label_smoothing(0.1).weighted(WEIGHTS);
    cross_entropy_ignore_weights_smoothing: [6; 5] labels,
        {} CrossEntropy::new().label_smoothing(0.1).ignore_index(255).weighted(WEIGHTS);
    bce_with_logits: [4; 3] values,
        { loss: BinaryCrossEntropyWithLogits; } BinaryCrossEntropyWithLogits::new();
    bce_with_logits_extremes: [1; 4] values,
        { loss: BinaryCrossEntropyWithLogits; } BinaryCrossEntropyWithLogits::new();
    mse: [4; 3] values, { loss: MeanSquaredError; } MeanSquaredError::new();
    l1: [4; 3] values, { loss: L1; } L1::new();
    huber: [4; 3] values, { loss: Huber; } Huber::new(1.0);
    huber_0p5: [4; 3] values, { loss: Huber(delta = 0.5); } Huber::new(0.5);
}
