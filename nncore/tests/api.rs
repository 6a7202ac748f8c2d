//! Models, trainers and predictors from outside: errors that leave everything as it was, files, typed views,
//! and the constants of a network against numbers computed by hand.
#![cfg(all(feature = "std", feature = "checkpoint"))]

use nncore::optim::Optimizer;
use nncore::prelude::*;
use nncore::{Element, Error};

network! {
    /// The README's network.
    struct ConvNet;
    input: [3, 56, 56];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(32 -> 64, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat:  Flatten;
    fc1:   Linear(64*14*14 -> 128);
    relu3: Relu;
    fc2:   Linear(128 -> 10);
}

network! {
    /// Few numbers of every role.
    struct Tiny;
    input: [2, 4, 4];
    conv: Conv2d(2 -> 3, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    act: Relu;
    flat: Flatten;
    fc: Linear(48 -> 4);
    loss: CrossEntropy;
}

network! {
    struct Normed;
    input: [3];
    fc: Linear(3 -> 2);
    norm: BatchNorm1d;
}

type TinyModel = Model<Tiny, Cpu>;

fn tiny() -> TinyModel {
    Model::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap()
}

fn images(n: usize) -> Batch<Image<2, 4, 4>> {
    Batch::from_vec((0..n * 32).map(|i| (i * 7919 % 1000) as f32 / 500.0 - 1.0).collect()).unwrap()
}

fn classes(n: usize) -> Batch<ClassIndex<4>> {
    Batch::from_vec((0..n as u32).map(|i| i % 4).collect()).unwrap()
}

fn all<N: Network>(model: &Model<N, Cpu>) -> Vec<Vec<f32>> {
    N::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()).collect()
}

/// `step` fails with `message`, and no parameter changes.
fn refused(inputs: usize, targets: Batch<ClassIndex<4>>, message: &str) {
    let mut model = tiny();
    let before = all(&model);
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(1.0), Capacity(6)).unwrap();
    let error = trainer.step(&images(inputs), &targets).unwrap_err();
    assert_eq!(error.to_string(), message);
    assert_eq!(trainer.steps(), 0);
    // The trainer goes on as if nothing had happened.
    let loss = trainer.step(&images(6), &classes(6)).unwrap();
    let mut fresh = tiny();
    let mut other =
        Trainer::new(&mut fresh, CrossEntropy::new(), Sgd::new(1.0), Capacity(6)).unwrap();
    assert_eq!(loss, other.step(&images(6), &classes(6)).unwrap());
    let trained = |t: &nncore::tensor::TensorInfo| !t.is_kept();
    for (i, tensor) in Tiny::TENSORS.iter().enumerate().filter(|(_, t)| trained(t)) {
        assert_ne!(all(&model)[i], before[i], "{}", tensor.name);
        assert_eq!(all(&model)[i], all(&fresh)[i], "{}", tensor.name);
    }
}

#[test]
fn a_batch_larger_than_the_capacity() {
    let message = "the batch is larger than the memory planned for it\nexpected: at most 6 samples\n   found: 7\nhelp: give `Capacity(7)`";
    refused(7, classes(7), message);
    let model = tiny();
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    let error = predictor.run(&images(7)).unwrap_err();
    assert_eq!(error.to_string(), message);
    let error = predictor.evaluate(&images(7), &classes(7), &CrossEntropy::new()).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn an_empty_batch() {
    let message = "the batch is empty\nexpected: 1 sample or more\n   found: 0";
    refused(0, classes(0), message);
    let model = tiny();
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    assert_eq!(predictor.run(&images(0)).unwrap_err().to_string(), message);
    let error = predictor.evaluate(&images(0), &classes(0), &CrossEntropy::new()).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn a_capacity_of_nothing() {
    let mut model = tiny();
    let trainer = Trainer::with_declared_loss(&mut model, Sgd::new(1.0), Capacity(0));
    let error = trainer.unwrap().step(&images(1), &classes(1)).unwrap_err();
    assert!(matches!(error, Error::Capacity { batch: 1, capacity: 0 }), "{error}");
}

#[test]
fn targets_that_are_not_equally_many() {
    for targets in [4, 6, 100] {
        let message = format!(
            "inputs and targets are not equally many\nexpected: 5 targets\n   found: {targets}"
        );
        refused(5, classes(targets), &message);
    }
    let model = tiny();
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    let error = predictor.evaluate(&images(5), &classes(4), &CrossEntropy::new()).unwrap_err();
    assert!(matches!(error, Error::Targets { inputs: 5, targets: 4 }), "{error}");
}

#[test]
fn a_label_that_is_no_class() {
    let mut labels = classes(5);
    labels.items_mut()[3] = 4;
    refused(
        5,
        labels.clone(),
        "the label of sample 3 is not a class\nexpected: below 4\n   found: 4",
    );
    labels.items_mut()[2] = u32::MAX;
    let message = "the label of sample 2 is not a class\nexpected: below 4\n   found: 4294967295";
    refused(5, labels.clone(), message);
    let model = tiny();
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    let error = predictor.evaluate(&images(5), &labels, &CrossEntropy::new()).unwrap_err();
    assert_eq!(error.to_string(), message);
    // A label that is ignored may be any number.
    let ignoring = CrossEntropy::new().ignore_index(u32::MAX);
    labels.items_mut()[3] = 3;
    assert!(predictor.evaluate(&images(5), &labels, &ignoring).unwrap().is_finite());
}

/// A loss with weights of its own: those of [`CrossEntropy::weighted`] are counted by its type.
#[derive(Clone, Debug)]
struct Weighted(Vec<f64>);

impl Loss<Vector<4>> for Weighted {
    type Target = ClassIndex<4>;
    const TARGET: nncore::device::TargetKind = nncore::device::TargetKind::Labels;
    type Expects = nncore::loss::Anything;

    fn kind(&self) -> nncore::loss::LossKind {
        Loss::<Vector<4>>::kind(&CrossEntropy::new())
    }

    fn class_weights(&self) -> Option<&[f64]> {
        Some(&self.0)
    }
}

#[test]
fn class_weights_of_another_number() {
    let message = "there is one weight a class\nexpected: 4 weights\n   found: 3";
    let loss = Weighted(vec![1.0, 2.0, 3.0]);
    let mut model = tiny();
    let trainer = Trainer::new(&mut model, loss.clone(), Sgd::new(1.0), Capacity(6));
    assert_eq!(trainer.unwrap_err().to_string(), message);
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    let error = predictor.evaluate(&images(2), &classes(2), &loss).unwrap_err();
    assert_eq!(error.to_string(), message);
    let four = Weighted(vec![1.0, 2.0, 3.0, 4.0]);
    let found = predictor.evaluate(&images(2), &classes(2), &four).unwrap();
    let typed = CrossEntropy::new().weighted([1.0, 2.0, 3.0, 4.0]);
    assert_eq!(found, predictor.evaluate(&images(2), &classes(2), &typed).unwrap());
}

#[test]
fn a_batch_norm_needs_more_than_one_value_a_channel() {
    let device = Cpu::with_threads(2).unwrap();
    let mut model = Model::<Normed, _>::init(&device, Seed(1)).unwrap();
    let before = all(&model);
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(1.0), Capacity(3)).unwrap();
    let error = trainer.step(&Batch::zeros(1), &Batch::zeros(1)).unwrap_err();
    assert!(matches!(error, Error::OneValuePerChannel), "{error}");
    assert!(trainer.gradients_of(&Batch::zeros(2), &Batch::zeros(2)).is_ok());
    let after = all(&model);
    assert_eq!((&before[0], &before[2]), (&after[0], &after[2]));
    // In inference one sample is enough.
    let mut predictor = Predictor::new(&model, Capacity(1)).unwrap();
    assert!(predictor.run(&Batch::zeros(1)).unwrap().items().iter().all(|y| y.is_finite()));
}

#[test]
fn tensors_by_name() {
    let mut model = tiny();
    let before = all(&model);
    let error = model.set_tensor("norm.running_var", &[1.0; 4]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`norm.running_var` has another number of elements\nexpected: 3\n   found: 4"
    );
    assert!(model.set_tensor("conv.weight", &[1.0; 53]).is_err());
    let unknown = "the network has no such tensor\nexpected: the name of a tensor\n   found: `conv.wieght`\nhelp: the nearest name is `conv.weight`";
    assert_eq!(model.set_tensor("conv.wieght", &[]).unwrap_err().to_string(), unknown);
    assert_eq!(model.tensor("conv.wieght").unwrap_err().to_string(), unknown);
    assert_eq!(all(&model), before);
    let trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(1)).unwrap();
    assert_eq!(trainer.gradient("conv.wieght").unwrap_err().to_string(), unknown);
    assert_eq!(
        trainer.gradient("norm.running_var").unwrap_err().to_string(),
        "`norm.running_var` has no gradient\nexpected: a tensor that is trained\n   found: one that is frozen, or a running statistic"
    );
    for (i, tensor) in Tiny::TENSORS.iter().enumerate() {
        let values: Vec<f32> = (0..tensor.shape.len()).map(|k| (100 * i + k) as f32).collect();
        model.set_tensor(tensor.name, &values).unwrap();
        assert_eq!(model.tensor(tensor.name).unwrap(), values);
    }
    // Each has kept its own values.
    for (i, values) in all(&model).iter().enumerate() {
        assert_eq!(values[0], (100 * i) as f32);
    }
}

#[test]
fn the_typed_view_is_the_tensors() {
    let mut model = tiny();
    let flat = |name: &str| tiny().tensor(name).unwrap();
    let view = model.parameters();
    assert_eq!(view.conv_weight.as_flattened().as_flattened().as_flattened(), flat("conv.weight"));
    assert_eq!(view.conv_bias[..], flat("conv.bias"));
    assert_eq!(view.norm_weight, [1.0; 3]);
    assert_eq!(view.fc_weight.as_flattened(), flat("fc.weight"));
    assert_eq!(view.conv_weight[2][1][0][2], flat("conv.weight")[((2 * 2 + 1) * 3) * 3 + 2]);
    model.parameters_mut().fc_weight[3][47] = 9.0;
    model.parameters_mut().fc_bias[0] = 8.0;
    assert_eq!(model.tensor("fc.weight").unwrap()[4 * 48 - 1], 9.0);
    assert_eq!(model.tensor("fc.bias").unwrap()[0], 8.0);
}

fn trained<T: Element + nncore::device::Plain>() -> Model<Tiny, Cpu<T>>
where
    Cpu<T>: Device<Element = T>,
{
    let device = Cpu::<T>::with_options(CpuOptions::default()).unwrap();
    let mut model = Model::init(&device, Seed(2)).unwrap();
    let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(8)).unwrap();
    let items = images(8).items().iter().map(|x| T::from_f64(f64::from(*x))).collect();
    let (inputs, labels) =
        (Batch::from_vec(items).unwrap(), Batch::from_vec(classes(8).items().to_vec()));
    let labels = labels.unwrap();
    let first = trainer.step(&inputs, &labels).unwrap();
    for _ in 0..20 {
        trainer.step(&inputs, &labels).unwrap();
    }
    assert!(trainer.step(&inputs, &labels).unwrap() < first);
    model
}

#[test]
fn files_give_the_same_predictions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tiny.safetensors");
    let model = trained::<f32>();
    let expected = Predictor::new(&model, Capacity(5)).unwrap().run(&images(5)).unwrap();
    model.save(&path).unwrap();
    let loaded = TinyModel::load(model.device(), &path).unwrap();
    assert_eq!(all(&loaded), all(&model));
    assert_ne!(all(&loaded)[4], [0.0; 3], "running statistics are trained, and in the file");
    let found = Predictor::new(&loaded, Capacity(9)).unwrap().run(&images(5)).unwrap();
    assert_eq!(found, expected);
    // Another network's file names what differs; the file of a wider type is rounded.
    let error = Model::<Normed, Cpu>::load(model.device(), &path).unwrap_err();
    assert!(matches!(error, Error::Checkpoint(_)), "{error}");
    let double = trained::<f64>();
    let expected = double.tensor("fc.weight").unwrap();
    double.save(&path).unwrap();
    let exact = Model::<Tiny, Cpu<f64>>::load(double.device(), &path).unwrap();
    assert_eq!(exact.tensor("fc.weight").unwrap(), expected);
    assert!(TinyModel::load(model.device(), folder.path().join("nothing")).is_err());
}

#[test]
fn copies_on_other_devices() {
    let model = trained::<f32>();
    let expected = Predictor::new(&model, Capacity(4)).unwrap().run(&images(4)).unwrap();
    for threads in [1, 3] {
        let copy = model.to_device(&Cpu::with_threads(threads).unwrap()).unwrap();
        assert_eq!(all(&copy), all(&model));
        let found = Predictor::new(&copy, Capacity(4)).unwrap().run(&images(4)).unwrap();
        assert_eq!(found, expected);
    }
}

#[test]
fn constants_of_a_network_are_those_computed_by_hand() {
    // Weights and biases of conv1, conv2, fc1, fc2.
    let parameters = [32 * 3 * 9 + 32, 64 * 32 * 9 + 64, 128 * 12544 + 128, 10 * 128 + 10];
    assert_eq!(ConvNet::PARAMETERS, 1_626_442);
    assert_eq!(ConvNet::PARAMETERS, parameters.iter().sum::<usize>());
    let macs = [27 * 32 * 56 * 56, 288 * 64 * 28 * 28, 12544 * 128, 128 * 10];
    assert_eq!(ConvNet::MACS, 18_767_104);
    assert_eq!(ConvNet::MACS, macs.iter().sum::<u64>());
    // Biases, ReLUs, and pools: an operation an element of each window.
    let others =
        [32 * 3136, 32 * 3136, 32 * 784 * 4, 64 * 784, 64 * 784, 64 * 196 * 4, 128, 128, 10];
    assert_eq!(ConvNet::FLOPS, 2 * ConvNet::MACS + others.iter().sum::<u64>());
    assert_eq!(Tiny::PARAMETERS, 54 + 3 + 3 + 3 + 192 + 4);
    assert_eq!(Tiny::MACS, 18 * 3 * 16 + 192);
}

#[test]
fn the_summary_is_a_table() {
    let expected = "\
ConvNet
layer  kind       output              parameters           FLOPs
conv1  Conv2d     [32, 56, 56]               896         5519360
relu1  Relu       [32, 56, 56]                 0          100352
pool1  MaxPool2d  [32, 28, 28]                 0          100352
conv2  Conv2d     [64, 28, 28]             18496        28951552
relu2  Relu       [64, 28, 28]                 0           50176
pool2  MaxPool2d  [64, 14, 14]                 0           50176
flat   Flatten    [12544]                      0               0
fc1    Linear     [128]                  1605760         3211392
relu3  Relu       [128]                        0             128
fc2    Linear     [10]                      1290            2570
total                                    1626442        37986058
";
    assert_eq!(ConvNet::SUMMARY, expected, "\n{}", ConvNet::SUMMARY);
}

#[test]
fn bytes_are_the_sums_of_what_is_kept() {
    let tensors = 4 * ConvNet::PARAMETER_LEN;
    // All tensors are whole cache lines but the bias of fc2, 10 of 16.
    assert_eq!(ConvNet::PARAMETER_LEN, ConvNet::PARAMETERS + 6);
    // Inference: the input and what lies between conv1 and pool2, at most.
    let sample = ConvNet::inference_bytes(2) - ConvNet::inference_bytes(1);
    let input = 4 * 3 * 56 * 56;
    let pooled = 4 * (32 * 28 * 28 + 64 * 14 * 14);
    assert!(sample >= input + 4 * 12544 && sample <= input + pooled + 8192, "{sample}");
    // Training: parameters, gradients, and the optimizer's state.
    let slot = ConvNet::training_bytes(1, 2) - ConvNet::training_bytes(1, 1);
    assert_eq!(slot, tensors);
    assert!(ConvNet::training_bytes(1, 0) > 2 * tensors + sample);
}

#[test]
fn errors_are_printed_alike() {
    let error = Error::Capacity { batch: 9, capacity: 8 };
    assert!(format!("{error}").contains("\nhelp: give `Capacity(9)`"));
    assert_eq!(format!("{error:?}"), format!("{error}"));
    let missing = Model::<Tiny, _>::load(&Cpu::new().unwrap(), "no/such/file").unwrap_err();
    assert_eq!(format!("{missing:?}"), format!("{missing}"));
    assert!(format!("{missing}").contains("no/such/file"));
}

/// An optimizer that claims to be of another kind than its rule.
#[derive(Clone)]
struct Liar(Sgd);

impl Optimizer for Liar {
    fn settings(&self) -> &nncore::optim::Settings {
        self.0.settings()
    }
    fn kind(&self) -> nncore::optim::UpdateKind {
        nncore::optim::UpdateKind::Adam
    }
}

#[test]
#[should_panic(expected = "an optimizer's kind is that of its rule")]
fn an_optimizer_is_of_the_kind_of_its_rule() {
    let mut model = Model::<Tiny, _>::init(&Cpu::new().unwrap(), Seed(1)).unwrap();
    let _ = Trainer::new(&mut model, CrossEntropy::new(), Liar(Sgd::new(0.1)), Capacity(1));
}
