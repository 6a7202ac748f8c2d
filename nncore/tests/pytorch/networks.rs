//! Small networks as a whole against PyTorch: training steps with their first outputs and gradients, tensors and running
//! statistics behind them, and the output of inference, from `tests/pytorch/networks.safetensors`; and a weight file that
//! PyTorch wrote.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use crate::common::recorded::Recorded;
use crate::common::tolerance::{Op, assert_close};
use crate::common::{Tested, cast};
use nncore::Error;
use nncore::loss::LossOf;
use nncore::prelude::*;

static RECORDED: LazyLock<Recorded> = LazyLock::new(|| Recorded::open("networks"));

network! {
    struct ConvNet;
    input: [3, 8, 8];
    conv1: Conv2d(3 -> 4, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(4 -> 6, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(24 -> 8);
    relu3: Relu;
    fc2: Linear(8 -> 5);
}

network! {
    struct Autoencoder;
    input: [12];
    fc0: Linear(12 -> 8, bias = false);
    norm0: BatchNorm1d(eps = 0.001);
    relu0: Relu;
    fc1: Linear(8 -> 3, bias = false);
    norm1: BatchNorm1d(eps = 0.001);
    relu1: Relu;
    fc2: Linear(3 -> 8, bias = false);
    norm2: BatchNorm1d(eps = 0.001);
    relu2: Relu;
    fc3: Linear(8 -> 12);
}

/// The numbers of a key.
fn values(case: &str, key: &str) -> &'static [f64] {
    RECORDED.values(&format!("{case}/{key}"))
}

/// The two batches that take turns.
fn batches<T: Tested, S: Shape>(case: &str) -> [Batch<S, T>; 2] {
    let x = values(case, "x");
    let (first, second) = x.split_at(x.len() / 2);
    [first, second].map(|x| Batch::from_vec(cast(x)).expect("whole samples"))
}

/// Compares the model's tensors with those behind the steps.
fn compare_tensors<N: Network, D: Device>(case: &str, model: &Model<N, D>) -> Result<(), Error> {
    for t in N::TENSORS {
        let found = model.tensor(t.name)?;
        let expected = values(case, &format!("after/{}", t.name));
        assert_close(Op::NetworkLast, &format!("{case}: {}", t.name), &found, expected);
    }
    Ok(())
}

/// Trains a network whose loss takes targets of a type `G`.
fn replay<N, L, G, T: Tested>(
    case: &str,
    loss: L,
    targets: &[G; 2],
    optimizer: impl Optimizer,
) -> Result<(), Error>
where
    N: Network<Input: OneInput<T>, Output: OneOutput<T>>,
    L: for<'a> LossOf<N, Targets<'a, T> = &'a G>,
{
    let mut model = Model::<N, _>::init(&T::device()?, Seed(1))?;
    for t in N::TENSORS {
        let before = cast(values(case, &format!("before/{}", t.name)));
        model.set_tensor(t.name, &before)?;
    }
    let inputs = batches::<T, N::Input>(case);
    let capacity = Capacity(inputs[0].len());
    let expected = values(case, "losses");
    let mut trainer = Trainer::new(&mut model, loss, optimizer, capacity)?;
    let mut losses = Vec::new();
    for step in 0..expected.len() {
        losses.push(trainer.step(&inputs[step % 2], &targets[step % 2])?);
        if step > 0 {
            continue;
        }
        assert_close(Op::NetworkFirst, case, trainer.output()?.items(), values(case, "y"));
        for t in N::TENSORS.iter().filter(|t| !t.is_kept()) {
            let found = trainer.gradient(t.name)?;
            let what = format!("{case}: gradient of {}", t.name);
            let expected = values(case, &format!("grad/{}", t.name));
            assert_close(Op::NetworkFirst, &what, &found, expected);
        }
    }
    assert_close(Op::NetworkLast, &format!("{case}: losses"), &losses, expected);
    compare_tensors(case, &model)?;
    let y = Predictor::new(&model, capacity)?.run(&inputs[0])?;
    let what = format!("{case}: inference");
    assert_close(Op::NetworkLast, &what, y.items(), values(case, "y_eval"));
    Ok(())
}

fn convnet<T: Tested>(case: &str, optimizer: impl Optimizer) -> Result<(), Error> {
    let labels = values(case, "target").chunks(4);
    let labels: Vec<Batch<ClassIndex<5>, T>> = labels
        .map(|labels| Batch::from_vec(labels.iter().map(|l| *l as u32).collect()))
        .collect::<Result<_, _>>()?;
    let labels = labels.try_into().expect("two batches");
    replay::<ConvNet, _, _, T>(case, CrossEntropy::new(), &labels, optimizer)
}

fn autoencoder<T: Tested>(case: &str, optimizer: impl Optimizer) -> Result<(), Error> {
    let targets = batches::<T, Vector<12>>(case);
    replay::<Autoencoder, _, _, T>(case, MeanSquaredError, &targets, optimizer)
}

macro_rules! cases {
    ($($case:ident: $network:ident, $optimizer:expr;)*) => {
        const CASES: &[&str] = &[$(stringify!($case)),*];
        $(#[test]
        fn $case() -> Result<(), Error> {
            $network::<f64>(stringify!($case), $optimizer)?;
            $network::<f32>(stringify!($case), $optimizer)
        })*
    };
}

cases! {
    convnet_sgd: convnet, Sgd::new(0.05).momentum(0.9);
    convnet_adamw: convnet, AdamW::new(0.01).eps(1e-3);
    autoencoder_sgd: autoencoder, Sgd::new(0.05).momentum(0.9).clip_norm(0.5);
    autoencoder_adam: autoencoder, Adam::new(0.01).eps(1e-3);
}

/// Loads PyTorch's file, runs the network, and saves it.
fn exchange<T: Tested>(saved: &Path) -> Result<(), Error> {
    let model = Model::<Autoencoder, _>::load(&T::device()?, Recorded::path("checkpoint"))?;
    let x = Batch::<Vector<12>, T>::from_vec(cast(values("checkpoint", "x")))?;
    let y = Predictor::new(&model, Capacity(x.len()))?.run(&x)?;
    assert_close(Op::NetworkFirst, "the file", y.items(), values("checkpoint", "y_eval"));
    model.save(saved)?;
    let (theirs, ours) = (Recorded::open("checkpoint"), Recorded::read(saved));
    for t in Autoencoder::TENSORS {
        assert_eq!(ours.values(t.name), theirs.values(t.name), "{}", t.name);
        assert_eq!(ours.tensor(t.name).shape, theirs.tensor(t.name).shape, "{}", t.name);
    }
    // PyTorch's counters of batches are passed over.
    assert_eq!((ours.count(""), theirs.count("")), (17, 20));
    Ok(())
}

#[test]
fn a_weight_file_of_pytorch_is_loaded_and_saved() -> Result<(), Error> {
    let folder = tempfile::tempdir().expect("a folder");
    exchange::<f64>(&folder.path().join("f64.safetensors"))?;
    exchange::<f32>(&folder.path().join("f32.safetensors"))
}

#[test]
fn every_case_is_replayed() {
    let cases: BTreeSet<&str> = CASES.iter().copied().chain(["checkpoint"]).collect();
    assert_eq!(cases, RECORDED.cases());
}
