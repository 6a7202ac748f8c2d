//! A training that goes on from its state: on the same device with the same bits, in a trainer that has recorded its steps
//! and in a new one; and between the CPU and a GPU, with values that are close.

mod common;

use nncore::device::Device;
use nncore::prelude::*;
use nncore::{Error, TrainerState};

network! {
    /// A norm, dropout and a frozen layer between those that are trained.
    struct Net;
    input: [2, 4, 4];
    conv: Conv2d(2 -> 3, kernel = 3, padding = 1, bias = false);
    norm: BatchNorm2d;
    act: Relu;
    flat: Flatten;
    #[frozen]
    fc1: Linear(48 -> 10);
    gelu: Gelu;
    drop: Dropout(0.25);
    fc2: Linear(10 -> 5);
}

type Samples = (Batch<Image<2, 4, 4>>, Batch<ClassIndex<5>>);

/// The samples of a step; each fourth batch is smaller.
fn samples(step: u64) -> Samples {
    let n = if step % 4 == 3 { 2 } else { 5 };
    let step = step as usize;
    let numbers = (0..n * 32).map(|i| ((i * 7919 + step * 104_729) % 1009) as f32 / 504.5 - 1.0);
    let labels = (0..n).map(|i| ((i * 3 + step) % 5) as u32);
    (
        Batch::from_vec(numbers.collect()).expect("whole samples"),
        Batch::from_vec(labels.collect()).expect("labels"),
    )
}

type Job<'m, D, O> = Trainer<'m, Net, D, CrossEntropy, O>;

fn job<D: Device<Element = f32>, O: Optimizer>(
    model: &mut Model<Net, D>,
    optimizer: O,
    capacity: usize,
) -> Job<'_, D, O> {
    Trainer::new(model, CrossEntropy::new(), optimizer, Capacity(capacity)).expect("a trainer")
}

fn steps<D, O>(trainer: &mut Job<'_, D, O>, range: core::ops::Range<u64>) -> Vec<f32>
where
    D: Device<Element = f32>,
    O: Optimizer,
{
    let step = |i| {
        let (x, y) = samples(i);
        trainer.step(&x, &y).unwrap_or_else(|error| panic!("{error}\n{}", common::fault()))
    };
    range.map(step).collect()
}

fn tensors<D: Device<Element = f32>>(model: &Model<Net, D>) -> Vec<Vec<f32>> {
    Net::TENSORS.iter().map(|t| model.tensor(t.name).expect("a copy")).collect()
}

/// Four steps on `device`: the model and the state.
fn half<D, O>(device: &D, optimizer: O) -> (Model<Net, D>, TrainerState)
where
    D: Device<Element = f32>,
    O: Optimizer,
{
    let mut model = Model::init(device, Seed(4)).expect("a model");
    let mut trainer = job(&mut model, optimizer, 5).seed(Seed(9));
    steps(&mut trainer, 0..2);
    trainer.set_learning_rate(0.011).expect("a rate");
    steps(&mut trainer, 2..4);
    let state = trainer.state().expect("a state");
    (model, state)
}

/// Four steps from there in a new trainer: losses and tensors.
fn rest<D, O>(
    model: &mut Model<Net, D>,
    state: &TrainerState,
    optimizer: O,
    capacity: usize,
) -> (Vec<f32>, Vec<Vec<f32>>)
where
    D: Device<Element = f32>,
    O: Optimizer,
{
    let mut trainer = job(model, optimizer, capacity);
    trainer.restore(state).expect("the same optimizer");
    let losses = steps(&mut trainer, 4..8);
    (losses, tensors(model))
}

#[track_caller]
fn assert_near(what: &str, found: &[f32], expected: &[f32], tolerance: f32) {
    let scale = expected.iter().fold(1e-3f32, |m, x| m.max(x.abs()));
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= tolerance * scale, "{what}: {f}, not {e}");
    }
}

/// Adam and RMSprop divide by the root of a mean of squares: where a gradient is nearly 0 its rounding counts.
fn check<O: Optimizer>(what: &str, optimizer: &O, tolerance: f32) {
    let (gpu, cpu) = (common::cuda(), Cpu::with_threads(2).expect("threads"));
    let mut model = Model::init(&gpu, Seed(4)).expect("a model");
    let mut trainer = job(&mut model, optimizer.clone(), 5).seed(Seed(9));
    steps(&mut trainer, 0..2);
    trainer.set_learning_rate(0.011).expect("a rate");
    steps(&mut trainer, 2..4);
    let expected = (steps(&mut trainer, 4..8), tensors(&model));

    let (mut stopped, state) = half(&gpu, optimizer.clone());
    let mut moved = stopped.to_device(&cpu).expect("a copy");
    let found = rest(&mut stopped, &state, optimizer.clone(), 8);
    assert!(found == expected, "{what}: other bits on the same device");

    let on_cpu = rest(&mut moved, &state, optimizer.clone(), 5);
    let (stopped, state) = half(&cpu, optimizer.clone());
    let mut moved = stopped.to_device(&gpu).expect("a copy");
    let on_gpu = rest(&mut moved, &state, optimizer.clone(), 5);
    for (place, (losses, tensors)) in [("on the CPU", on_cpu), ("on the GPU", on_gpu)] {
        assert_near(&format!("{what} {place}: losses"), &losses, &expected.0, tolerance);
        for (i, tensor) in Net::TENSORS.iter().enumerate() {
            let what = format!("{what} {place}: {}", tensor.name);
            assert_near(&what, &tensors[i], &expected.1[i], tolerance);
        }
    }
}

#[test]
fn sgd() {
    let schedule = Schedule::cosine(9).warm_up(3);
    let sgd = Sgd::new(0.05).momentum(0.9).weight_decay(0.01).schedule(schedule);
    check("momentum", &sgd.clone().clip_norm(0.5), 1e-4);
    check("nesterov", &sgd.nesterov(true).clip_value(0.1), 1e-4);
}

#[test]
fn adam() {
    check("adam", &Adam::new(1e-2), 3e-3);
    let group = Group::new().learning_rate(0.1);
    check("adamw", &AdamW::new(1e-2).decay_weights_only().group("fc2.*", group), 3e-3);
}

#[test]
fn rms_prop() {
    check("rmsprop", &RmsProp::new(1e-3).centered(true).momentum(0.5), 3e-3);
}

/// Steps that are recorded read the optimizer's numbers where they lie: there the state is put.
#[test]
fn a_trainer_goes_back() {
    let adam = AdamW::new(1e-2).schedule(Schedule::cosine(9).warm_up(3));
    let mut model = Model::init(&common::cuda(), Seed(4)).expect("a model");
    let mut trainer = job(&mut model, adam.clone(), 5).seed(Seed(9));
    let state = trainer.state().expect("a state");
    let expected = (steps(&mut trainer, 0..6), tensors(&model));

    let mut model = Model::init(&common::cuda(), Seed(4)).expect("a model");
    let mut trainer = job(&mut model, adam, 5);
    // The parameters stay; the numbers of the optimizer and running statistics do not.
    trainer.set_learning_rate(0.0).expect("a rate");
    steps(&mut trainer, 0..6);
    assert_ne!(trainer.state().expect("a state").slots, state.slots);
    trainer.restore(&state).expect("a state");
    assert_eq!(steps(&mut trainer, 0..6), expected.0);
    for (i, tensor) in Net::TENSORS.iter().enumerate() {
        if !tensor.role.is_buffer() {
            let found = model.tensor(tensor.name).expect("a copy");
            assert_eq!(found, expected.1[i], "{}", tensor.name);
        }
    }
}

/// What a submitted step finds out later is told by the state; a training that is left says no more.
#[test]
fn errors_of_submitted_steps() {
    let mut model = Model::init(&common::cuda(), Seed(4)).expect("a model");
    let mut trainer = job(&mut model, Sgd::new(0.1).momentum(0.9), 5);
    let (x, y) = samples(0);
    let wrong = Batch::from_vec(vec![1, 0, 9, 7, 2]).expect("labels");
    trainer.submit(&x, &y).expect("a step");
    let state = trainer.state().expect("a state");
    assert_eq!(state.steps, 1);
    trainer.submit(&x, &wrong).expect("it is found later");
    let error = trainer.state().expect_err("a wrong label");
    assert!(matches!(error, Error::Label { sample: 2, label: 9, classes: 5 }), "{error}");
    trainer.submit(&x, &wrong).expect("it is found later");
    trainer.restore(&state).expect("a state");
    assert!(trainer.take_mean_loss().expect("none").is_nan());
    assert_eq!(trainer.state().expect("a state"), state);
    trainer.submit(&x, &y).expect("a step");
    assert!(trainer.take_mean_loss().expect("a loss").is_finite());
    assert_ne!(trainer.state().expect("a state"), state);
}
