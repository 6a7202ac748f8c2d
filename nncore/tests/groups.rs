//! Groups of tensors that an optimizer treats in another way: steps by hand, and the same bits for all threads.
#![cfg(feature = "std")]

use nncore::Error;
use nncore::prelude::*;

network! {
    struct Small;
    input: [2];
    fc: Linear(2 -> 1);
}

network! {
    /// More parameters than a thread updates at a time, and tensors of every role.
    struct Large;
    input: [300];
    fc1: Linear(300 -> 400);
    norm: LayerNorm;
    act: Tanh;
    fc2: Linear(400 -> 10);
}

/// Gradients of `Small` by hand: `y = w x + b`, and the loss is `(y - t)²`.
const X: [f64; 2] = [1.0, 2.0];
const T: f64 = 0.75;

/// Weights and bias after each of four steps.
fn steps(optimizer: impl Optimizer) -> Vec<[f64; 3]> {
    let device = Cpu::<f64>::with_options(CpuOptions { threads: Some(1), strict: false }).unwrap();
    let mut model = Model::<Small, _>::init(&device, Seed(1)).unwrap();
    model.set_tensor("fc.weight", &[0.5, -0.25]).unwrap();
    model.set_tensor("fc.bias", &[0.125]).unwrap();
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, optimizer, Capacity(1)).unwrap();
    let (inputs, targets) =
        (Batch::from_vec(X.to_vec()).unwrap(), Batch::from_vec(vec![T]).unwrap());
    let mut all = Vec::new();
    for _ in 0..4 {
        trainer.step(&inputs, &targets).unwrap();
        let tensor = |name| trainer.model().tensor(name).unwrap();
        let (weight, bias) = (tensor("fc.weight"), tensor("fc.bias"));
        all.push([weight[0], weight[1], bias[0]]);
    }
    all
}

fn gradient(p: &[f64; 3]) -> [f64; 3] {
    let d_y = 2.0 * (p[0] * X[0] + p[1] * X[1] + p[2] - T);
    [d_y * X[0], d_y * X[1], d_y]
}

#[track_caller]
fn near(found: &[[f64; 3]], expected: &[[f64; 3]]) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.as_flattened().iter().zip(expected.as_flattened()) {
        assert!((f - e).abs() < 1e-14, "{found:?}, {expected:?}");
    }
}

/// SGD with a learning rate and a weight decay for each parameter.
fn sgd_by_hand(rates: &[[f64; 3]; 4], decays: [f64; 3]) -> Vec<[f64; 3]> {
    let mut p = [0.5, -0.25, 0.125];
    let step = |rates: &[f64; 3]| {
        let g = gradient(&p);
        for i in 0..3 {
            p[i] -= rates[i] * (g[i] + decays[i] * p[i]);
        }
        p
    };
    rates.iter().map(step).collect()
}

#[test]
fn steps_of_sgd_by_hand() {
    let sgd = Sgd::new(0.0625).weight_decay(0.5);
    near(&steps(sgd.clone()), &sgd_by_hand(&[[0.0625; 3]; 4], [0.5; 3]));
    let group = Group::new().learning_rate(0.5).weight_decay(3.0);
    let expected = sgd_by_hand(&[[0.03125, 0.03125, 0.0625]; 4], [1.5, 1.5, 0.5]);
    near(&steps(sgd.clone().group("*.weight", group)), &expected);
    let expected = sgd_by_hand(&[[0.0625; 3]; 4], [0.5, 0.5, 0.0]);
    near(&steps(sgd.clone().decay_weights_only()), &expected);
    // A learning rate of 0 leaves the bias as it is.
    let frozen = steps(sgd.group("fc.bias", Group::new().learning_rate(0.0)));
    near(&frozen, &sgd_by_hand(&[[0.0625, 0.0625, 0.0]; 4], [0.5; 3]));
    assert!(frozen.iter().all(|p| p[2] == 0.125));
}

#[test]
fn factors_are_those_of_the_scheduled_rate() {
    let schedule = Schedule::Step { every: 2, gamma: 0.5 };
    let sgd = Sgd::new(0.0625).schedule(schedule);
    let rates = [
        [0.0625, 0.0625, 0.125],
        [0.0625, 0.0625, 0.125],
        [0.03125, 0.03125, 0.0625],
        [0.03125, 0.03125, 0.0625],
    ];
    let group = Group::new().learning_rate(2.0);
    near(&steps(sgd.group("fc.bias", group)), &sgd_by_hand(&rates, [0.0; 3]));
}

/// A learning rate that is set takes the place of the optimizer's own: the schedule goes on where it is, and so do groups.
#[test]
fn a_learning_rate_that_is_set_is_scheduled() {
    let device = Cpu::<f64>::with_options(CpuOptions { threads: Some(1), strict: false }).unwrap();
    let mut model = Model::<Small, _>::init(&device, Seed(1)).unwrap();
    model.set_tensor("fc.weight", &[0.5, -0.25]).unwrap();
    model.set_tensor("fc.bias", &[0.125]).unwrap();
    let schedule = Schedule::Step { every: 2, gamma: 0.5 };
    let sgd = Sgd::new(0.0625).schedule(schedule).group("fc.bias", Group::new().learning_rate(2.0));
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(1)).unwrap();
    let (inputs, targets) =
        (Batch::from_vec(X.to_vec()).unwrap(), Batch::from_vec(vec![T]).unwrap());
    let (mut found, mut rates) = (Vec::new(), Vec::new());
    for set in [None, Some(0.03125), None, Some(0.125)] {
        if let Some(rate) = set {
            trainer.set_learning_rate(rate).unwrap();
        }
        rates.push(trainer.learning_rate());
        trainer.step(&inputs, &targets).unwrap();
        let tensor = |name| trainer.model().tensor(name).unwrap();
        let (weight, bias) = (tensor("fc.weight"), tensor("fc.bias"));
        found.push([weight[0], weight[1], bias[0]]);
    }
    let expected = [0.0625, 0.03125, 0.015_625, 0.0625];
    assert_eq!(rates, expected);
    near(&found, &sgd_by_hand(&expected.map(|rate| [rate, rate, 2.0 * rate]), [0.0; 3]));
}

#[test]
fn a_learning_rate_out_of_range_is_refused() {
    let mut model = Model::<Small, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    let sgd = Sgd::new(0.1).group("fc.bias", Group::new().learning_rate(1e10));
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(1)).unwrap();
    for (rate, what) in [
        (-0.1, "the learning rate"),
        (f64::NAN, "the learning rate"),
        (f64::INFINITY, "the learning rate"),
        (1e30, "the learning rate of a `Group`"),
    ] {
        let error = trainer.set_learning_rate(rate).unwrap_err();
        let Error::OutOfRange { what: found, .. } = error else { panic!("{error}") };
        assert_eq!(found, what, "{rate}");
        assert_eq!(trainer.learning_rate(), 0.1);
    }
    trainer.set_learning_rate(0.0).unwrap();
    assert_eq!(trainer.learning_rate(), 0.0);
}

/// AdamW (Loshchilov, Hutter 2019) with a learning rate and a weight decay for each parameter.
fn adamw_by_hand(rates: [f64; 3], decays: [f64; 3]) -> Vec<[f64; 3]> {
    let (mut p, mut m, mut v) = ([0.5, -0.25, 0.125], [0.0; 3], [0.0; 3]);
    let step = |t: i32| {
        let g = gradient(&p);
        for i in 0..3 {
            m[i] = 0.9 * m[i] + 0.1 * g[i];
            v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
            let (m, v) = (m[i] / (1.0 - 0.9f64.powi(t)), v[i] / (1.0 - 0.999f64.powi(t)));
            p[i] = p[i] * (1.0 - rates[i] * decays[i]) - rates[i] * m / (v.sqrt() + 1e-8);
        }
        p
    };
    (1..=4).map(step).collect()
}

#[test]
fn steps_of_adamw_by_hand() {
    let adam = AdamW::new(0.01).weight_decay(0.25);
    near(&steps(adam.clone()), &adamw_by_hand([0.01; 3], [0.25; 3]));
    let group = Group::new().learning_rate(0.1).weight_decay(2.0);
    let expected = adamw_by_hand([0.001, 0.001, 0.01], [0.5, 0.5, 0.25]);
    near(&steps(adam.clone().group("fc.weight", group)), &expected);
    let both = adam.decay_weights_only().group("fc.bias", Group::new().learning_rate(3.0));
    near(&steps(both), &adamw_by_hand([0.01, 0.01, 0.03], [0.25, 0.25, 0.0]));
}

/// All tensors of `Large` after some steps.
fn trained(threads: usize, optimizer: impl Optimizer, steps: usize) -> Vec<Vec<f32>> {
    let device = Cpu::with_threads(threads).unwrap();
    let mut model = Model::<Large, _>::init(&device, Seed(1)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(16)).unwrap();
    let inputs = (0..16 * 300).map(|i| ((i * 7919) % 2003) as f32 / 1001.5 - 1.0).collect();
    let (inputs, labels) =
        (Batch::from_vec(inputs).unwrap(), Batch::from_vec((0..16).map(|i| i % 10).collect()));
    let labels = labels.unwrap();
    for _ in 0..steps {
        trainer.step(&inputs, &labels).unwrap();
    }
    Large::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()).collect()
}

/// After one step, whose gradients do not depend on groups, the tensors of a group are those of an optimizer that
/// has its settings for all, to the bit.
fn check<O: Optimizer>(new: impl Fn(f64, f64) -> O, group: impl Fn(O, &'static str, Group) -> O) {
    let factors = Group::new().learning_rate(0.25).weight_decay(4.0);
    let grouped = trained(2, group(new(0.01, 0.5), "*2.weight", factors), 1);
    let grouped = [grouped, trained(2, group(new(0.01, 0.5), "*1*", factors), 1)];
    let (rest, whole) = (trained(2, new(0.01, 0.5), 1), trained(2, new(0.0025, 2.0), 1));
    for (i, tensor) in Large::TENSORS.iter().enumerate() {
        let expected = |is_in_group| if is_in_group { &whole[i] } else { &rest[i] };
        assert_eq!(&grouped[0][i], expected(tensor.name == "fc2.weight"), "{}", tensor.name);
        assert_eq!(&grouped[1][i], expected(tensor.name.contains('1')), "{}", tensor.name);
    }
    assert_ne!(rest, whole);
}

#[test]
fn a_group_is_updated_as_by_an_optimizer_of_its_own() {
    check(|lr, decay| Sgd::new(lr).momentum(0.9).weight_decay(decay).clip_norm(0.1), Sgd::group);
    check(|lr, decay| Adam::new(lr).weight_decay(decay), Adam::group);
    check(|lr, decay| AdamW::new(lr).weight_decay(decay).clip_value(0.01), AdamW::group);
    check(|lr, decay| RmsProp::new(lr).weight_decay(decay).centered(true), RmsProp::group);
}

#[test]
fn threads_change_nothing() {
    let groups = AdamW::new(0.01)
        .decay_weights_only()
        .clip_norm(0.5)
        .group("fc2.*", Group::new().learning_rate(0.1))
        .group("norm.bias", Group::new().learning_rate(3.0));
    let one = trained(1, groups.clone(), 5);
    for threads in [2, 3, 8] {
        assert!(one == trained(threads, groups.clone(), 5), "{threads} threads");
    }
    assert!(one != trained(1, AdamW::new(0.01).clip_norm(0.5), 5));
}

#[test]
fn a_pattern_that_matches_nothing_is_told_when_the_trainer_is_made() {
    let mut model = Model::<Large, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    let sgd = Sgd::new(0.1).group("fc3.bias", Group::new());
    let error = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(1)).unwrap_err();
    let Error::Group { pattern, nearest } = error else { panic!("{error}") };
    assert_eq!((&pattern[..], nearest), ("fc3.bias", Some("fc1.bias")));
}
