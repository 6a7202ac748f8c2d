//! Every optimizer against PyTorch over five steps, by the kernel and by a trainer; clipping, and learning
//! rates over fifty steps: from `tests/pytorch/optimizers.safetensors`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::common::recorded::Recorded;
use crate::common::tolerance::{Op, assert_close};
use crate::common::{Tested, cast, injecting, targets_for};
use nncore::kernels::update::{clip_scale, clip_value, squared_norm, update};
use nncore::prelude::*;
use nncore::{Element, Error};

static RECORDED: LazyLock<Recorded> = LazyLock::new(|| Recorded::open("optimizers"));

/// Parameters of a recorded case.
const LEN: usize = 12;

/// Parameters of the two tensors that are clipped together.
const CLIPPED: usize = 17;

network! {
    /// Its output is its parameters, for the input 1.
    struct Parameters;
    input: [1];
    fc: Linear(1 -> LEN, bias = false);
}

network! {
    /// Its output is its parameters, for the input 1.
    struct Clipped;
    input: [1];
    fc: Linear(1 -> CLIPPED, bias = false);
}

/// One step of a trainer whose gradients are the given ones; gives the parameters.
fn step<N, O, T: Tested>(
    trainer: &mut Trainer<'_, N, T::On, Unchecked<BinaryCrossEntropyWithLogits>, O>,
    gradients: &[f64],
) -> Result<Vec<T>, Error>
where
    N: Network<Input = Vector<1>, Output: Shape>,
    O: Optimizer,
{
    let parameters = trainer.model().tensor("fc.weight")?;
    let parameters: Vec<f64> = parameters.iter().map(|p| p.to_f64()).collect();
    let targets = Batch::from_vec(cast(&targets_for(&parameters, gradients)))?;
    trainer.step(&Batch::from_vec(vec![T::ONE])?, &targets)?;
    trainer.model().tensor("fc.weight")
}

/// The parameters before the first step and after each.
fn parameters(case: &str) -> std::slice::ChunksExact<'static, f64> {
    RECORDED.values(&format!("{case}/params")).chunks_exact(LEN)
}

/// The gradients of each step.
fn gradients(case: &str) -> std::slice::ChunksExact<'static, f64> {
    RECORDED.values(&format!("{case}/grads")).chunks_exact(LEN)
}

fn replay_kernel<T: Element>(case: &str, optimizer: &impl Optimizer) {
    let settings = optimizer.settings();
    let rates = RECORDED.find(&format!("{case}/learning_rates"));
    let mut recorded = parameters(case);
    let mut p: Vec<T> = cast(recorded.next().unwrap_or_default());
    let mut state: [Vec<T>; 3] = Default::default();
    for slot in &mut state[..settings.update.state_slots()] {
        *slot = vec![T::ZERO; LEN];
    }
    for (step, (gradients, expected)) in gradients(case).zip(recorded).enumerate() {
        let rate = rates.map_or(settings.learning_rate, |rates| rates.values[step]);
        let state = state.each_mut().map(Vec::as_mut_slice);
        let gradients: Vec<T> = cast(gradients);
        update(&settings.update, rate, step as u64 + 1, 1.0, &mut p, &gradients, state);
        assert_close(Op::Update, &format!("{case}, step {step}"), &p, expected);
    }
}

fn replay_trainer<T: Tested>(case: &str, optimizer: &impl Optimizer) -> Result<(), Error> {
    let mut model = Model::<Parameters, _>::init(&T::device()?, Seed(1))?;
    let mut recorded = parameters(case);
    model.set_tensor("fc.weight", &cast(recorded.next().unwrap_or_default()))?;
    let mut trainer = Trainer::new(&mut model, injecting(), optimizer.clone(), Capacity(1))?;
    let rates = RECORDED.find(&format!("{case}/learning_rates"));
    for (i, (gradients, expected)) in gradients(case).zip(recorded).enumerate() {
        if let Some(rates) = rates {
            trainer.set_learning_rate(rates.values[i])?;
        }
        let found = step::<_, _, T>(&mut trainer, gradients)?;
        assert_close(Op::Injected, &format!("{case}, step {i}"), &found, expected);
    }
    assert_eq!(trainer.steps(), 5);
    Ok(())
}

macro_rules! optimizers {
    ($($case:ident: $optimizer:expr;)*) => {
        const OPTIMIZERS: &[&str] = &[$(stringify!($case)),*];
        $(#[test]
        fn $case() -> Result<(), Error> {
            let (case, optimizer) = (stringify!($case), $optimizer);
            replay_kernel::<f64>(case, &optimizer);
            replay_kernel::<f32>(case, &optimizer);
            replay_trainer::<f64>(case, &optimizer)?;
            replay_trainer::<f32>(case, &optimizer)
        })*
    };
}

optimizers! {
    sgd: Sgd::new(0.1);
    sgd_momentum: Sgd::new(0.1).momentum(0.9);
    sgd_nesterov: Sgd::new(0.1).momentum(0.9).nesterov(true);
    sgd_weight_decay: Sgd::new(0.1).weight_decay(0.01);
    sgd_momentum_weight_decay: Sgd::new(0.1).momentum(0.9).weight_decay(0.01);
    sgd_nesterov_weight_decay: Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(0.01);
    sgd_momentum_changing_rate: Sgd::new(0.1).momentum(0.9); // rates that are set
    sgd_dampening: Sgd::new(0.1).momentum(0.9).dampening(0.5);
    adam: Adam::new(0.01);
    adam_arguments: Adam::new(0.01).beta1(0.8).beta2(0.95).eps(1e-3);
    adam_weight_decay: Adam::new(0.01).weight_decay(0.1);
    adamw: AdamW::new(0.01);
    adamw_weight_decay: AdamW::new(0.01).weight_decay(0.1);
    rmsprop: RmsProp::new(0.01);
    rmsprop_momentum: RmsProp::new(0.01).momentum(0.9);
    rmsprop_centered: RmsProp::new(0.01).centered(true);
    rmsprop_all: RmsProp::new(0.01)
        .alpha(0.9)
        .eps(1e-4)
        .weight_decay(0.1)
        .momentum(0.9)
        .centered(true);
}

/// The gradients of the two tensors, one after the other.
fn pair(case: &str, key: &str) -> Vec<f64> {
    let part = |i| RECORDED.values(&format!("{case}/{key}/{i}"));
    [part(0), part(1)].concat()
}

/// Clips in a trainer: from parameters of 0, a step of SGD at rate 1 leads to the negative gradients.
fn clip_in_trainer<T: Tested>(case: &str, optimizer: Sgd) -> Result<(), Error> {
    let mut model = Model::<Clipped, _>::init(&T::device()?, Seed(1))?;
    model.set_tensor("fc.weight", &[T::ZERO; CLIPPED])?;
    let mut trainer = Trainer::new(&mut model, injecting(), optimizer, Capacity(1))?;
    let found = step::<_, _, T>(&mut trainer, &pair(case, "before"))?;
    let expected: Vec<f64> = pair(case, "after").iter().map(|g| -g).collect();
    assert_close(Op::Injected, case, &found, &expected);
    Ok(())
}

const CLIP_NORMS: [(&str, f64); 3] =
    [("clip_norm", 1.0), ("clip_norm_below", 100.0), ("clip_norm_small", 3e-4)];

#[test]
fn gradients_are_clipped_by_their_norm() -> Result<(), Error> {
    fn kernel<T: Element>(case: &str, limit: f64) {
        let before: Vec<T> = cast(&pair(case, "before"));
        let norm = squared_norm(&before).sqrt();
        let expected = [RECORDED.number(&format!("{case}/norm"))];
        assert_close(Op::Clip, case, &[T::from_f64(norm)], &expected);
        let scale = T::from_f64(clip_scale(norm, limit));
        let found: Vec<T> = before.iter().map(|&g| g * scale).collect();
        assert_close(Op::Clip, case, &found, &pair(case, "after"));
    }
    for (case, limit) in CLIP_NORMS {
        kernel::<f64>(case, limit);
        kernel::<f32>(case, limit);
        clip_in_trainer::<f64>(case, Sgd::new(1.0).clip_norm(limit))?;
        clip_in_trainer::<f32>(case, Sgd::new(1.0).clip_norm(limit))?;
    }
    Ok(())
}

#[test]
fn gradients_are_clipped_by_their_value() -> Result<(), Error> {
    fn kernel<T: Element>(case: &str, limit: f64) {
        let mut found: Vec<T> = cast(&pair(case, "before"));
        clip_value(limit, &mut found);
        assert_close(Op::Clip, case, &found, &pair(case, "after"));
    }
    kernel::<f64>("clip_value", 0.5);
    kernel::<f32>("clip_value", 0.5);
    clip_in_trainer::<f64>("clip_value", Sgd::new(1.0).clip_value(0.5))?;
    clip_in_trainer::<f32>("clip_value", Sgd::new(1.0).clip_value(0.5))
}

/// The recorded schedules. What PyTorch calls one thing we may say in two ways.
fn schedules() -> Vec<(&'static str, Sgd)> {
    let sgd = || Sgd::new(0.1);
    let warm_up = Schedule::Constant.warm_up(10).start_factor(0.1);
    let line = Schedule::Linear { steps: 10, start: 0.1, end: 1.0 };
    let one_cycle =
        Schedule::OneCycle { steps: 50, rise: 0.2, divide_first: 10.0, divide_last: 100.0 };
    let then_cosine = Schedule::cosine(40).warm_up(10).start_factor(0.1);
    vec![
        ("step_lr", sgd().schedule(Schedule::Step { every: 10, gamma: 0.5 })),
        ("cosine", sgd().schedule(Schedule::cosine(50))),
        ("cosine_eta_min", sgd().schedule(Schedule::Cosine { steps: 50, minimum: 0.001 })),
        ("one_cycle", sgd().schedule(Schedule::one_cycle(50))),
        ("one_cycle_arguments", sgd().schedule(one_cycle)),
        ("linear_warm_up", sgd().schedule(warm_up)),
        ("linear_warm_up", sgd().schedule(line)),
        ("linear_warm_up_default", sgd().schedule(Schedule::Constant.warm_up(5))),
        ("warm_up_cosine", sgd().schedule(then_cosine)),
    ]
}

#[test]
fn schedules_give_the_rates_of_fifty_steps() -> Result<(), Error> {
    let device = f64::device()?;
    for (case, optimizer) in schedules() {
        let expected = RECORDED.values(&format!("schedule/{case}/learning_rates"));
        let settings = optimizer.settings();
        let rate = |step| settings.schedule.learning_rate(settings.learning_rate, step);
        let rates: Vec<f64> = (0..expected.len() as u64).map(rate).collect();
        assert_close(Op::Rate, case, &rates, expected);

        let mut model = Model::<Parameters, _>::init(&device, Seed(1))?;
        let mut trainer = Trainer::new(&mut model, injecting(), optimizer, Capacity(1))?;
        for &rate in &rates {
            assert_eq!(trainer.learning_rate(), rate, "{case}");
            step::<_, _, f64>(&mut trainer, &[0.0; LEN])?;
        }
    }
    Ok(())
}

#[test]
fn every_recorded_case_is_replayed() {
    let clips = CLIP_NORMS.map(|(case, _)| case);
    let others = ["clip_value", "schedule"];
    let cases: BTreeSet<&str> = OPTIMIZERS.iter().copied().chain(clips).chain(others).collect();
    assert_eq!(cases, RECORDED.cases());
    let names: BTreeSet<&str> = schedules().iter().map(|(case, _)| *case).collect();
    assert_eq!(names.len(), RECORDED.count("schedule/"));
}
