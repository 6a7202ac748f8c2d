//! Training on a GPU beside the CPU: losses, optimizers, several outputs, dropout, operations of the user's own, files;
//! and what goes wrong.

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nncore::checkpoint::Rename;
use nncore::custom::{Backward, Operation, Shaped, Sizes};
use nncore::device::Device;
use nncore::loss::Losses;
use nncore::optim::Settings;
use nncore::prelude::*;
use nncore::{Element, Error};
use nncuda::Precision;

network! {
    /// A small classifier with all that a step may need.
    struct Net;
    input: [2, 6, 6];
    conv: Conv2d(2 -> 4, kernel = 3, padding = 1, bias = false);
    norm: BatchNorm2d;
    act: Relu;
    pool: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(36 -> 12);
    gelu: Gelu;
    drop: Dropout(0.25);
    fc2: Linear(12 -> 5);
}

type Images = Batch<Image<2, 6, 6>>;

/// Numbers that look random, of a batch.
fn numbers(n: usize, salt: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919 + salt * 104_729) % 1009) as f32 / 504.5 - 1.0).collect()
}

fn images(n: usize, salt: usize) -> Images {
    Batch::from_vec(numbers(n * 72, salt)).expect("whole samples")
}

fn labels(n: usize, salt: usize) -> Batch<ClassIndex<5>> {
    Batch::from_vec((0..n).map(|i| ((i * 3 + salt) % 5) as u32).collect()).expect("labels")
}

/// The losses of some steps, of which the last has a smaller batch, and the tensors behind them.
fn trained<D, O>(device: &D, optimizer: O, steps: usize) -> (Vec<f32>, Vec<Vec<f32>>)
where
    D: Device<Element = f32>,
    O: Optimizer,
{
    let mut model = Model::<Net, _>::init(device, Seed(4)).expect("a model");
    let loss = CrossEntropy::new().label_smoothing(0.1);
    let trainer = Trainer::new(&mut model, loss, optimizer, Capacity(6));
    let mut trainer = trainer.expect("a trainer").seed(Seed(9));
    let losses = (0..steps).map(|i| {
        let n = if i + 1 == steps { 3 } else { 6 };
        trainer.step(&images(n, i), &labels(n, i)).expect("a step")
    });
    let losses = losses.collect();
    drop(trainer);
    let tensors = Net::TENSORS.iter().map(|t| model.tensor(t.name).unwrap());
    (losses, tensors.collect())
}

#[track_caller]
fn assert_near(what: &str, found: &[f32], expected: &[f32], tolerance: f32) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let scale = expected.iter().fold(1e-3f32, |m, x| m.max(x.abs()));
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= tolerance * scale, "{what}: {f}, not {e}\n{}", common::fault());
    }
}

/// Each optimizer, over steps that are run, recorded and replayed. Adam and RMSprop divide by the root of a mean of squares:
/// where a gradient is nearly 0 its rounding counts.
fn compare<O: Optimizer + Clone>(what: &str, optimizer: O, tolerance: f32) {
    let (losses, tensors) = trained(&common::cuda(), optimizer.clone(), 5);
    let cpu = Cpu::with_threads(1).expect("a thread");
    let (expected, expected_tensors) = trained(&cpu, optimizer, 5);
    assert_near(what, &losses, &expected, 1e-4);
    for ((t, found), expected) in Net::TENSORS.iter().zip(&tensors).zip(&expected_tensors) {
        assert_near(&format!("{what}: {}", t.name), found, expected, tolerance);
    }
}

#[test]
fn sgd_is_that_of_the_cpu() {
    compare("SGD", Sgd::new(0.1), 1e-4);
    compare("momentum", Sgd::new(0.05).momentum(0.9).nesterov(true).weight_decay(0.01), 1e-4);
}

#[test]
fn adam_and_rmsprop_are_those_of_the_cpu() {
    compare("Adam", Adam::new(0.01).weight_decay(0.01), 5e-2);
    compare("AdamW", AdamW::new(0.01), 5e-2);
    compare("RMSprop", RmsProp::new(0.001).momentum(0.5).centered(true), 5e-2);
}

#[test]
fn clipping_schedules_and_groups_are_those_of_the_cpu() {
    compare("norm", Sgd::new(0.1).clip_norm(0.05), 1e-4);
    compare("value", Sgd::new(0.1).clip_value(0.01), 1e-4);
    let schedule = Schedule::cosine(4).warm_up(1);
    compare("schedule", Sgd::new(0.1).schedule(schedule), 1e-4);
    compare("groups", Sgd::new(0.1).weight_decay(0.1).decay_weights_only(), 1e-4);
}

/// An optimizer that limits gradients from some step on.
#[derive(Clone)]
struct Later {
    settings: [Settings; 2],
    is_later: Arc<AtomicBool>,
}

impl Optimizer for Later {
    fn settings(&self) -> &Settings {
        &self.settings[usize::from(self.is_later.load(Ordering::Relaxed))]
    }
}

#[test]
fn an_update_that_changes_is_recorded_anew() {
    fn run<D: Device<Element = f32>>(device: &D) -> Vec<f32> {
        let settings = [Sgd::new(0.1), Sgd::new(0.1).clip_norm(0.05)];
        let settings = settings.map(|sgd| sgd.settings().clone());
        let is_later = Arc::new(AtomicBool::new(false));
        let optimizer = Later { settings, is_later: is_later.clone() };
        let mut model = Model::<Net, _>::init(device, Seed(4)).unwrap();
        let trainer = Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(6));
        let mut trainer = trainer.unwrap();
        let step = |i| {
            is_later.store(i >= 4, Ordering::Relaxed);
            trainer.step(&images(6, i), &labels(6, i)).unwrap();
            trainer.model().tensor("fc1.weight").unwrap()
        };
        (0..8).flat_map(step).collect()
    }
    let expected = run(&Cpu::with_threads(1).unwrap());
    assert_near("weights", &run(&common::cuda()), &expected, 1e-4);
}

#[test]
fn two_trainings_give_the_same_bits() {
    let run = || trained(&common::cuda(), Adam::new(0.01), 6);
    assert_eq!(run(), run());
}

/// Ten steps in each precision lower the loss alike.
#[test]
fn training_is_alike_in_each_precision() {
    let losses = [Precision::F32, Precision::Tf32, Precision::Bf16].map(|precision| {
        let device = common::cuda_of(precision);
        assert_eq!(device.precision(), precision);
        trained(&device, Sgd::new(0.1), 10).0
    });
    assert_near("tf32", &losses[1], &losses[0], 5e-3);
    assert_near("bf16", &losses[2], &losses[0], 4e-2);
    assert!(losses[0] != losses[1] && losses[1] != losses[2], "products differ: {losses:?}");
}

/// A loss of the same outputs on both devices: value, and the gradients of the first tensors.
fn loss_of<L>(what: &str, loss: L, targets: &[Batch<Vector<5>>])
where
    L: for<'a> Losses<Vector<5>, Targets<'a, f32> = &'a Batch<Vector<5>>> + Clone,
{
    fn run<D: Device<Element = f32>, L>(device: &D, loss: L, targets: &Batch<Vector<5>>) -> Vec<f32>
    where
        L: for<'a> Losses<Vector<5>, Targets<'a, f32> = &'a Batch<Vector<5>>>,
    {
        let mut model = Model::<Net, _>::init(device, Seed(4)).expect("a model");
        let trainer = Trainer::new(&mut model, loss, Sgd::new(0.1), Capacity(6));
        let mut trainer = trainer.expect("a trainer");
        let mut all = vec![trainer.gradients_of(&images(6, 1), targets).expect("a pass")];
        all.extend(trainer.gradient("fc2.weight").unwrap());
        all
    }
    for targets in targets {
        let cpu = Cpu::with_threads(1).expect("a thread");
        let expected = run(&cpu, loss.clone(), targets);
        assert_near(what, &run(&common::cuda(), loss.clone(), targets), &expected, 2e-5);
    }
}

#[test]
fn losses_by_elements_are_those_of_the_cpu() {
    let targets = [
        Batch::from_vec(numbers(30, 3)).unwrap(),
        Batch::from_vec(numbers(30, 8).iter().map(|x| x.abs().round()).collect()).unwrap(),
    ];
    loss_of("squares", MeanSquaredError, &targets);
    loss_of("distances", L1, &targets);
    loss_of("Huber", Huber::new(0.3), &targets);
    loss_of("logits", BinaryCrossEntropyWithLogits::new(), &targets[1..]);
    loss_of("weighted", Weighted(0.25, MeanSquaredError), &targets);
}

network! {
    /// Two outputs, of which one loss reads each.
    struct Two;
    input image: [1, 4, 4];
    input words: [3] in 0..7;
    conv: Conv2d(1 -> 2, kernel = 3);
    table: Embedding(7 -> 4);
    class: Linear(8 -> 3);
    size: Linear(12 -> 1);
    fn forward(image, words) {
        let f = flatten(tanh(conv(image)));
        let w = flatten(table(words));
        (class(f), size(w))
    }
    loss: CrossEntropy(class) + 0.5 * MeanSquaredError(size);
}

#[test]
fn several_inputs_outputs_and_losses_are_those_of_the_cpu() {
    fn run<D: Device<Element = f32>>(device: &D) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
        let mut model = Model::<Two, _>::init(device, Seed(2)).unwrap();
        let mut trainer =
            Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(4)).unwrap();
        let image = Batch::from_vec(numbers(64, 5)).unwrap();
        let words = Batch::from_vec((0..12).map(|i| i * 5 % 7).collect()).unwrap();
        let class = Batch::from_vec(vec![0, 2, 1, 2]).unwrap();
        let size = Batch::from_vec(numbers(4, 6)).unwrap();
        let step = |_| trainer.step((&image, &words), (&class, &size)).unwrap();
        let losses = (0..4).map(step).collect();
        let (class, size) = trainer.output().unwrap();
        (losses, class.items().to_vec(), size.items().to_vec())
    }
    let (found, expected) = (run(&common::cuda()), run(&Cpu::with_threads(1).unwrap()));
    assert_near("losses", &found.0, &expected.0, 1e-5);
    assert_near("classes", &found.1, &expected.1, 1e-5);
    assert_near("sizes", &found.2, &expected.2, 1e-5);
}

/// `y = x²`, of the user's own.
#[derive(Clone, Copy, Debug)]
struct Square;

impl<X: Shaped> Operation<X> for Square {
    const OUTPUT: Sizes = X::SHAPE;

    fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
        y.iter_mut().zip(x).for_each(|(y, x)| *y = *x * *x);
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(d_x) = g.d_x else { return };
        for ((d_x, d_y), x) in d_x.iter_mut().zip(g.d_y).zip(g.x) {
            *d_x = *d_y * (*x + *x);
        }
    }
}

network! {
    struct Own;
    input: [4];
    fc1: Linear(4 -> 6);
    square: Custom<Square>;
    fc2: Linear(6 -> 2);
}

#[test]
fn operations_of_the_users_own_run_on_the_host() {
    fn run<D: Device<Element = f32>>(device: &D) -> Vec<f32> {
        let mut model = Model::<Own, _>::init(device, Seed(2)).unwrap();
        let mut trainer =
            Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.05), Capacity(3)).unwrap();
        let (x, y) =
            (Batch::from_vec(numbers(12, 1)).unwrap(), Batch::from_vec(numbers(6, 2)).unwrap());
        (0..5).map(|_| trainer.step(&x, &y).unwrap()).collect()
    }
    assert_near("losses", &run(&common::cuda()), &run(&Cpu::with_threads(1).unwrap()), 1e-5);
}

#[test]
fn weights_move_between_devices_and_files() {
    let (gpu, cpu) = (common::cuda(), Cpu::with_threads(1).unwrap());
    let model = Model::<Net, _>::init(&gpu, Seed(8)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("net.safetensors");
    model.save(&path).unwrap();
    let (loaded, _) = Model::<Net, _>::load_with_rename(&cpu, &path, &Rename::new()).unwrap();
    let back = loaded.to_device(&gpu).unwrap();
    for tensor in Net::TENSORS {
        let expected = model.tensor(tensor.name).unwrap();
        assert_eq!(loaded.tensor(tensor.name).unwrap(), expected, "{}", tensor.name);
        assert_eq!(back.tensor(tensor.name).unwrap(), expected, "{}", tensor.name);
    }
    let x = images(4, 2);
    let found = Predictor::new(&model, Capacity(4)).unwrap().run(&x).unwrap();
    let expected = Predictor::new(&loaded, Capacity(4)).unwrap().run(&x).unwrap();
    assert_near("outputs", found.items(), expected.items(), 1e-5);
}

#[test]
fn a_label_that_is_no_class_is_told_and_nothing_is_updated() {
    let mut model = Model::<Net, _>::init(&common::cuda(), Seed(4)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4)).unwrap();
    let wrong = Batch::from_vec(vec![1, 0, 9, 7]).unwrap();
    // Run, recorded, and replayed.
    for _ in 0..3 {
        let before = trainer.model().tensor("fc2.weight").unwrap();
        let error = trainer.step(&images(4, 1), &wrong).unwrap_err();
        assert!(matches!(error, Error::Label { sample: 2, label: 9, classes: 5 }), "{error}");
        assert_eq!(before, trainer.model().tensor("fc2.weight").unwrap());
    }
    trainer.step(&images(4, 1), &labels(4, 1)).unwrap();
}

#[test]
fn an_evaluation_follows_another_loss() {
    let device = common::cuda();
    let model = Model::<Net, _>::init(&device, Seed(4)).unwrap();
    let mut predictor = Predictor::new(&model, Capacity(6)).unwrap();
    let cpu = model.to_device(&Cpu::with_threads(1).unwrap()).unwrap();
    let mut expected = Predictor::new(&cpu, Capacity(6)).unwrap();
    let weights = CrossEntropy::new().weighted([1.0, 0.5, 2.0, 0.0, 1.5]);
    for n in [6, 2, 6, 6] {
        let (x, y) = (images(n, n), labels(n, 1));
        let found = [
            predictor.evaluate(&x, &y, &CrossEntropy::new()).unwrap(),
            predictor.evaluate(&x, &y, &weights).unwrap(),
        ];
        let expected = [
            expected.evaluate(&x, &y, &CrossEntropy::new()).unwrap(),
            expected.evaluate(&x, &y, &weights).unwrap(),
        ];
        assert_near("evaluations", &found, &expected, 1e-5);
    }
}

#[test]
fn steps_that_are_not_waited_for_are_the_same_steps() {
    let (gpu, batch) = (common::cuda(), 6);
    let steps = 7;
    let (losses, expected) = trained(&gpu, Sgd::new(0.1).momentum(0.9), steps);
    let mut model = Model::<Net, _>::init(&gpu, Seed(4)).unwrap();
    let loss = CrossEntropy::new().label_smoothing(0.1);
    let sgd = Sgd::new(0.1).momentum(0.9);
    let trainer = Trainer::new(&mut model, loss, sgd, Capacity(batch)).unwrap();
    let mut trainer = trainer.seed(Seed(9));
    let mut found = Vec::new();
    for i in 0..steps {
        let n = if i + 1 == steps { 3 } else { batch };
        trainer.submit(&images(n, i), &labels(n, i)).unwrap();
        if i % 3 == 2 {
            found.push(trainer.take_mean_loss().unwrap());
        }
    }
    let mean = |of: &[f32]| of.iter().sum::<f32>() / of.len() as f32;
    assert_near("losses", &found, &[mean(&losses[..3]), mean(&losses[3..6])], 1e-6);
    assert_near("the last", &[trainer.take_mean_loss().unwrap()], &losses[6..], 1e-6);
    assert!(trainer.take_mean_loss().unwrap().is_nan(), "there was none since");
    drop(trainer);
    for (tensor, expected) in Net::TENSORS.iter().zip(&expected) {
        assert_eq!(&model.tensor(tensor.name).unwrap(), expected, "{}", tensor.name);
    }
}

#[test]
fn a_label_that_is_no_class_ends_steps_that_are_not_waited_for() {
    let mut model = Model::<Net, _>::init(&common::cuda(), Seed(4)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4)).unwrap();
    trainer.submit(&images(4, 1), &labels(4, 1)).unwrap();
    let before = trainer.model().tensor("fc2.weight").unwrap();
    let wrong = Batch::from_vec(vec![1, 0, 3, 7]).unwrap();
    trainer.submit(&images(4, 1), &wrong).unwrap();
    trainer.submit(&images(4, 2), &labels(4, 2)).unwrap();
    let error = trainer.take_mean_loss().unwrap_err();
    assert!(matches!(error, Error::Label { sample: 3, label: 7, classes: 5 }), "{error}");
    assert_eq!(before, trainer.model().tensor("fc2.weight").unwrap());
    let loss = trainer.step(&images(4, 3), &labels(4, 3)).unwrap();
    assert!(loss.is_finite());
    assert_ne!(before, trainer.model().tensor("fc2.weight").unwrap());
}

#[test]
fn large_batches_go_through_a_stream_of_their_own() {
    network! {
        struct Wide;
        input: [3, 64, 64];
        pool: GlobalAvgPool2d;
        flat: Flatten;
        fc: Linear(3 -> 2);
    }
    fn run<D: Device<Element = f32>>(device: &D) -> Vec<f32> {
        let mut model = Model::<Wide, _>::init(device, Seed(2)).unwrap();
        let mut trainer =
            Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.05), Capacity(4)).unwrap();
        let y = Batch::from_vec(numbers(8, 2)).unwrap();
        // 196 KiB each, and another one each time.
        let x = |i| Batch::from_vec(numbers(4 * 3 * 64 * 64, i)).unwrap();
        (0..6).for_each(|i| trainer.submit(&x(i), &y).unwrap());
        vec![trainer.take_mean_loss().unwrap()]
    }
    assert_near("losses", &run(&common::cuda()), &run(&Cpu::with_threads(1).unwrap()), 1e-5);
}

#[test]
fn one_device_serves_several_threads() {
    let expected = trained(&common::cuda(), Sgd::new(0.1), 5);
    std::thread::scope(|scope| {
        let run = || assert_eq!(trained(&common::cuda(), Sgd::new(0.1), 5), expected);
        (0..4).for_each(|_| drop(scope.spawn(run)));
    });
}

#[test]
fn a_step_that_is_waited_for_leaves_nothing_to_later_ones() {
    let mut model = Model::<Net, _>::init(&common::cuda(), Seed(4)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.0), Capacity(4)).unwrap();
    let batch = (images(4, 1), labels(4, 1));
    trainer.step(&batch.0, &batch.1).unwrap();
    assert!(trainer.take_mean_loss().unwrap().is_nan(), "there was no other");
    trainer.submit(&batch.0, &batch.1).unwrap();
    trainer.submit(&batch.0, &batch.1).unwrap();
    let mean = trainer.take_mean_loss().unwrap();
    let loss = trainer.step(&batch.0, &batch.1).unwrap();
    assert!((mean - loss).abs() < 0.5 * loss, "dropout alone differs: {mean}, {loss}");
    // Nor does a wrong label.
    trainer.step(&batch.0, &Batch::from_vec(vec![1, 9, 0, 0]).unwrap()).unwrap_err();
    trainer.submit(&batch.0, &batch.1).unwrap();
    assert!(trainer.take_mean_loss().unwrap().is_finite());
}
