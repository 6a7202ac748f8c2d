//! A training that is stopped and goes on in another trainer has the bits of one that was not; and what a trainer does not
//! take.
#![cfg(feature = "threads")]

mod training;

use nncore::device::Plain;
use nncore::optim::UpdateKind;
use nncore::prelude::*;
use nncore::{Element, Error, StateError, TrainerState};
use training::{Drops, Mlp, Norms, SmallConv, TenClasses, bits, inputs, labels};

network! {
    /// A body that is not trained, with a norm.
    struct Body;
    input: [8];
    fc: Linear(8 -> 12);
    norm: BatchNorm1d;
    act: Relu;
}

network! {
    /// Frozen parts before and between those that are trained.
    struct Partly;
    input: [8];
    #[frozen]
    body: Body;
    fc1: Linear(12 -> 16);
    act: Tanh;
    #[frozen]
    fc2: Linear(16 -> 16);
    norm: BatchNorm1d;
    drop: Dropout(0.25);
    fc3: Linear(16 -> 10);
}

const BATCHES: [usize; 10] = [16, 16, 16, 7, 16, 16, 16, 16, 16, 9];
const HALF: usize = 5;

/// The bits of the losses of the last five steps, and of all tensors.
#[derive(Debug, PartialEq)]
struct Ended {
    losses: Vec<u64>,
    tensors: Vec<u64>,
}

fn device<T: Element>(threads: usize) -> Cpu<T> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict: false }).expect("threads")
}

/// The trainer of the tests: its loss has numbers of its own.
type Job<'m, N, T, O> = Trainer<'m, N, Cpu<T>, CrossEntropy, O>;

fn job<N, T, O>(
    model: &mut Model<N, Cpu<T>>,
    optimizer: O,
    capacity: usize,
) -> Result<Job<'_, N, T, O>, Error>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    Trainer::new(model, CrossEntropy::new().label_smoothing(0.1), optimizer, Capacity(capacity))
}

/// Steps of these numbers; the bits of their losses.
fn steps<N, T, O>(trainer: &mut Job<'_, N, T, O>, range: core::ops::Range<usize>) -> Vec<u64>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let step = |i: usize| {
        let (x, y) = (inputs(BATCHES[i], i as u64), labels(BATCHES[i], 50 + i as u64));
        bits(trainer.step(&x, &y).expect("a step"))
    };
    range.map(step).collect()
}

fn tensors<N: Network, D: Device>(model: &Model<N, D>) -> Vec<u64> {
    let of = |name| model.tensor(name).expect("a copy");
    N::TENSORS.iter().flat_map(|t| of(t.name)).map(bits).collect()
}

/// Ten steps; the learning rate is set in step 3.
fn in_one_go<N, T, O>(optimizer: O) -> Result<Ended, Error>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let mut model = Model::<N, _>::init(&device(1), Seed(3))?;
    let mut trainer = job(&mut model, optimizer, 16)?.seed(Seed(4));
    steps(&mut trainer, 0..3);
    trainer.set_learning_rate(0.013)?;
    steps(&mut trainer, 3..HALF);
    let losses = steps(&mut trainer, HALF..10);
    Ok(Ended { losses, tensors: tensors(&model) })
}

/// The same in two trainers, of models on devices of their own.
fn in_two_halves<N, T, O>(optimizer: O, threads: [usize; 2]) -> Result<Ended, Error>
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let mut first = Model::<N, _>::init(&device(threads[0]), Seed(3))?;
    let mut trainer = job(&mut first, optimizer.clone(), 16)?.seed(Seed(4));
    steps(&mut trainer, 0..3);
    trainer.set_learning_rate(0.013)?;
    steps(&mut trainer, 3..HALF);
    let (state, rate) = (trainer.state()?, trainer.learning_rate());
    let mut second = Model::<N, _>::init(&device(threads[1]), Seed(77))?;
    for tensor in N::TENSORS {
        let values = trainer.model().tensor(tensor.name)?;
        second.set_tensor(tensor.name, &values)?;
    }
    // What the first does from here on is not part of the state.
    steps(&mut trainer, 5..7);
    // What the second did before leaves nothing.
    let mut trainer = job(&mut second, optimizer, 21)?;
    trainer.restore(&state)?;
    assert_eq!((trainer.steps(), trainer.learning_rate()), (HALF as u64, rate));
    assert_eq!(trainer.state()?, state);
    let losses = steps(&mut trainer, HALF..10);
    Ok(Ended { losses, tensors: tensors(&second) })
}

fn check<N, T, O>(optimizer: &O)
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let expected = in_one_go::<N, T, O>(optimizer.clone()).expect("a training");
    assert!(expected.losses.iter().all(|loss| f64::from_bits(*loss).is_finite()));
    for threads in [[1, 1], [3, 2]] {
        let found = in_two_halves::<N, T, O>(optimizer.clone(), threads).expect("a training");
        assert!(found == expected, "{}, {threads:?} threads: {:?}", N::NAME, optimizer.settings());
    }
}

fn schedule() -> nncore::optim::WarmUp {
    Schedule::cosine(9).warm_up(3)
}

#[test]
fn sgd() {
    check::<Partly, f32, _>(&Sgd::new(0.02));
    check::<Mlp, f64, _>(&Sgd::new(0.02).momentum(0.9).dampening(0.5).weight_decay(0.01));
    let nesterov = Sgd::new(0.02).momentum(0.9).nesterov(true).schedule(schedule()).clip_norm(0.5);
    check::<SmallConv, f32, _>(&nesterov);
    check::<Partly, f32, _>(&nesterov);
}

#[test]
fn adam() {
    let adam = Adam::new(1e-3).schedule(Schedule::one_cycle(12)).clip_value(0.05);
    check::<Norms, f32, _>(&adam);
    check::<Drops, f64, _>(&adam);
    check::<Partly, f64, _>(&adam);
}

#[test]
fn adam_w() {
    let slow = Group::new().learning_rate(0.1).weight_decay(2.0);
    let adam = AdamW::new(1e-3).decay_weights_only().schedule(schedule()).group("*.weight", slow);
    let adam = adam.group("*bias", Group::new().learning_rate(3.0));
    check::<Drops, f32, _>(&adam);
    check::<Partly, f32, _>(&adam);
}

#[test]
fn rms_prop() {
    check::<Mlp, f32, _>(&RmsProp::new(1e-3).schedule(schedule()));
    check::<Norms, f32, _>(&RmsProp::new(1e-3).centered(true).weight_decay(0.01));
    let all = RmsProp::new(1e-3).centered(true).momentum(0.5).schedule(schedule()).clip_norm(1.0);
    check::<Drops, f32, _>(&all);
    check::<Partly, f32, _>(&all);
}

network! {
    struct Small;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    #[frozen]
    fc2: Linear(4 -> 4);
    fc3: Linear(4 -> 2, bias = false);
}

fn samples() -> (Batch<Vector<3>>, Batch<Vector<2>>) {
    (inputs(6, 1), inputs(6, 2))
}

/// Calls `f` with a trainer that took two steps.
fn with_trainer<O: Optimizer, X>(
    optimizer: O,
    f: impl FnOnce(&mut Trainer<'_, Small, Cpu, MeanSquaredError, O>) -> X,
) -> X {
    let mut model = Model::<Small, _>::init(&device(1), Seed(1)).unwrap();
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, optimizer, Capacity(6)).unwrap();
    let (x, y) = samples();
    trainer.step(&x, &y).unwrap();
    trainer.step(&x, &y).unwrap();
    f(&mut trainer)
}

fn state(optimizer: impl Optimizer) -> TrainerState {
    with_trainer(optimizer, |trainer| trainer.state().unwrap())
}

#[test]
fn what_a_state_holds() {
    let slots = |state: &TrainerState| -> Vec<(String, String, usize)> {
        let of = |s: &nncore::StateSlot| (s.slot.to_string(), s.tensor.to_string(), s.values.len());
        state.slots.iter().map(of).collect()
    };
    let trained = [
        ("fc1.weight", 12),
        ("fc1.bias", 4),
        ("norm.weight", 4),
        ("norm.bias", 4),
        ("fc3.weight", 8),
    ];
    let expected = |names: &[&str]| -> Vec<(String, String, usize)> {
        let of = |slot: &&str| trained.map(|(name, len)| (slot.to_string(), name.to_string(), len));
        names.iter().flat_map(of).collect()
    };
    for (state, kind, names) in [
        (state(Sgd::new(0.1)), UpdateKind::Sgd, &[][..]),
        (state(Sgd::new(0.1).momentum(0.5)), UpdateKind::Sgd, &["momentum_buffer"]),
        (state(Adam::new(0.1)), UpdateKind::Adam, &["exp_avg", "exp_avg_sq"]),
        (state(AdamW::new(0.1)), UpdateKind::AdamW, &["exp_avg", "exp_avg_sq"]),
        (state(RmsProp::new(0.1)), UpdateKind::RmsProp, &["square_avg"]),
        (
            state(RmsProp::new(0.1).momentum(0.5).centered(true)),
            UpdateKind::RmsProp,
            &["square_avg", "momentum_buffer", "grad_avg"],
        ),
        (state(RmsProp::new(0.1).centered(true)), UpdateKind::RmsProp, &["square_avg", "grad_avg"]),
    ] {
        assert_eq!(slots(&state), expected(names), "{kind:?}");
        assert_eq!((state.optimizer, state.steps, state.seed), (kind, 2, Seed(0)));
        assert_eq!(state.learning_rate, None);
        assert!(state.slots.iter().all(|slot| slot.values.iter().any(|x| *x != 0.0)));
    }
}

/// The momentum of one step is the gradient, in the tensor's layout.
#[test]
fn numbers_lie_as_those_of_their_tensor() {
    let mut model = Model::<Small, _>::init(&device::<f32>(1), Seed(1)).unwrap();
    let sgd = Sgd::new(0.1).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(6)).unwrap();
    let (x, y) = samples();
    trainer.step(&x, &y).unwrap();
    let state = trainer.state().unwrap();
    for slot in &state.slots {
        let gradient = trainer.gradient(&slot.tensor).unwrap();
        assert_eq!(slot.values, gradient, "{}", slot.tensor);
    }
}

/// Refuses the state that `change` makes, and is as it was.
#[track_caller]
fn refused(change: impl FnOnce(&mut TrainerState), expected: &str) {
    let mut other = state(Adam::new(0.1));
    // A third step, so that they differ.
    let (x, y) = samples();
    with_trainer(Adam::new(0.1), |trainer| {
        trainer.step(&x, &y).unwrap();
        let before = trainer.state().unwrap();
        trainer.restore(&before).unwrap();
        change(&mut other);
        let error = trainer.restore(&other).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(trainer.state().unwrap(), before, "{expected}");
    });
}

#[test]
fn a_state_of_something_else_is_refused() {
    refused(
        |state| state.optimizer = UpdateKind::AdamW,
        "the state is of another optimizer\nexpected: `Adam`\n   found: `AdamW`",
    );
    refused(
        |state| drop(state.slots.remove(6)),
        "the state has no `exp_avg_sq` of `fc1.bias`\nexpected: 4 numbers\n   found: none",
    );
    refused(
        |state| state.slots[0].values.truncate(11),
        "the state's `exp_avg` of `fc1.weight` has another number of elements\nexpected: 12\n   found: 11",
    );
    let unknown = "the state has something that the trainer does not keep\nexpected: a slot of the optimizer, of a trained tensor\n   found: ";
    let second = |state: &mut TrainerState| state.slots[3].clone();
    refused(
        |state| {
            let slot = nncore::StateSlot { tensor: "fc2.weight".into(), ..second(state) };
            state.slots.push(slot);
        },
        &format!(
            "{unknown}`exp_avg` of `fc2.weight`\nhelp: the nearest name of a tensor is `fc1.weight`"
        ),
    );
    refused(
        |state| {
            let slot = nncore::StateSlot { slot: "max\n_exp_avg".into(), ..second(state) };
            state.slots.push(slot);
        },
        &format!("{unknown}`max\\n_exp_avg` of `norm.bias`"),
    );
    refused(
        |state| {
            let slot = second(state);
            state.slots.insert(0, slot);
        },
        "the state has `exp_avg` of `norm.bias` twice\nexpected: once",
    );
    refused(
        |state| state.steps = 1 << 63,
        "the state counts too many steps\nexpected: below 9223372036854775808\n   found: 9223372036854775808",
    );
    refused(
        |state| state.learning_rate = Some(f64::NAN),
        "the learning rate is out of range\nexpected: 0 or a finite number above 0\n   found: NaN",
    );
}

#[test]
fn of_one_optimizer_numbers_may_be_others_but_not_slots() {
    let plain = state(Sgd::new(0.1));
    let heavy = state(Sgd::new(0.1).momentum(0.9));
    with_trainer(Sgd::new(0.2).momentum(0.5), |trainer| {
        trainer.restore(&heavy).unwrap();
        let error = trainer.restore(&plain).unwrap_err();
        let Error::State(StateError::Missing { slot, tensor, expected }) = error else {
            panic!("{error}")
        };
        assert_eq!((slot, tensor, expected), ("momentum_buffer", "fc1.weight", 12));
    });
    with_trainer(Sgd::new(0.2), |trainer| {
        trainer.restore(&plain).unwrap();
        let error = trainer.restore(&heavy).unwrap_err();
        assert!(matches!(error, Error::State(StateError::Unknown { .. })), "{error}");
    });
}

/// The order of the slots says nothing, and names may have been read from somewhere.
#[test]
fn a_state_may_be_made_by_hand() {
    let mut made = state(Adam::new(0.1));
    made.slots.reverse();
    for slot in &mut made.slots {
        slot.slot = slot.slot.to_string().into();
        slot.tensor = slot.tensor.to_string().into();
    }
    made.steps = (1 << 63) - 1;
    let (x, y) = samples();
    with_trainer(Adam::new(0.1), |trainer| {
        trainer.restore(&made).unwrap();
        made.slots.reverse();
        assert_eq!(trainer.state().unwrap(), made);
        assert!(trainer.step(&x, &y).unwrap().is_finite());
        assert_eq!(trainer.steps(), 1 << 63);
    });
}

#[test]
fn losses_of_submitted_steps_stay_or_are_dropped() {
    let (x, y) = samples();
    with_trainer(Adam::new(0.1), |trainer| {
        let loss = {
            let before = trainer.state().unwrap();
            let loss = trainer.gradients_of(&x, &y).unwrap();
            trainer.restore(&before).unwrap();
            loss
        };
        trainer.submit(&x, &y).unwrap();
        let state = trainer.state().unwrap();
        assert_eq!(state.steps, 3);
        assert!((trainer.take_mean_loss().unwrap() - loss).abs() < 1e-6);
        trainer.submit(&x, &y).unwrap();
        trainer.restore(&state).unwrap();
        assert!(trainer.take_mean_loss().unwrap().is_nan());
    });
}
