//! Numbers of optimizers, schedules and losses at the borders of their ranges, and beyond.

use nncore::loss::Losses;
use nncore::optim::{Settings, WarmUp};
use nncore::prelude::*;
use nncore::{Element, Error};

network! {
    struct Net;
    input: [2];
    fc: Linear(2 -> 3);
}

/// An optimizer that is nothing but its settings, as a program may have one of its own.
#[derive(Clone)]
struct Any(Settings);

impl Optimizer for Any {
    fn settings(&self) -> &Settings {
        &self.0
    }
}

/// What is wrong with a trainer of these.
fn fault<T: Element>(
    device: &impl Device<Element = T>,
    loss: impl Losses<Vector<3>>,
    settings: &Settings,
) -> Option<String> {
    let mut model = Model::<Net, _>::init(device, Seed(1)).expect("memory");
    let trainer = Trainer::new(&mut model, loss, Any(settings.clone()), Capacity(1));
    trainer.err().map(|error| error.to_string())
}

const TINY: f64 = 1e-40;
const LARGEST: f64 = f32::MAX as f64;
const BELOW_ONE: f64 = 1.0 - f64::EPSILON;
const ABOVE_ONE: f64 = 1.0 + f64::EPSILON;
const NONE: [f64; 4] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e-300];
const TOO_LARGE: f64 = 1e39;

/// A range: its words, what lies in it, and what does not, beside [`NONE`].
struct Range(&'static str, &'static [f64], &'static [f64]);

const NOT_NEGATIVE: Range =
    Range("0 or a finite number above 0", &[0.0, -0.0, TINY, 2.0, LARGEST], &[-1.0, TOO_LARGE]);
const POSITIVE: Range =
    Range("a finite number above 0", &[TINY, 2.0, LARGEST], &[0.0, -0.0, -1.0, 1e-50, TOO_LARGE]);
const UNIT: Range = Range("a number from 0 to 1", &[0.0, TINY, 1.0], &[-1.0, ABOVE_ONE, 2.0]);
const BELOW: Range =
    Range("a number from 0 to below 1", &[0.0, TINY, BELOW_ONE], &[-1.0, 1.0, ABOVE_ONE, 2.0]);

/// A setter of an optimizer or a schedule: its name in the source, what errors call it, its range.
struct Setter(&'static str, &'static str, Range, fn(f64) -> Settings);

fn settings(optimizer: impl Optimizer) -> Settings {
    optimizer.settings().clone()
}

fn scheduled(schedule: impl Into<WarmUp>) -> Settings {
    settings(Sgd::new(0.1).schedule(schedule))
}

fn one_cycle(rise: f64, divide_first: f64, divide_last: f64) -> Settings {
    scheduled(Schedule::OneCycle { steps: 10, rise, divide_first, divide_last })
}

/// All of them, in the order of their files.
fn setters() -> Vec<Setter> {
    let rate = "the learning rate";
    vec![
        Setter("new", rate, NOT_NEGATIVE, |x| settings(Sgd::new(x))),
        Setter("new", rate, NOT_NEGATIVE, |x| settings(Adam::new(x))),
        Setter("new", rate, NOT_NEGATIVE, |x| settings(AdamW::new(x))),
        Setter("new", rate, NOT_NEGATIVE, |x| settings(RmsProp::new(x))),
        Setter("clip_norm", "`clip_norm`", POSITIVE, |x| settings(Sgd::new(0.1).clip_norm(x))),
        Setter("clip_value", "`clip_value`", POSITIVE, |x| settings(Adam::new(0.1).clip_value(x))),
        Setter("momentum", "`momentum` of `Sgd`", BELOW, |x| settings(Sgd::new(0.1).momentum(x))),
        Setter("dampening", "`dampening` of `Sgd`", UNIT, |x| {
            settings(Sgd::new(0.1).momentum(0.9).dampening(x))
        }),
        Setter("weight_decay", "`weight_decay` of `Sgd`", NOT_NEGATIVE, |x| {
            settings(Sgd::new(0.1).weight_decay(x))
        }),
        Setter("beta1", "`beta1` of `Adam`", BELOW, |x| settings(Adam::new(0.1).beta1(x))),
        Setter("beta2", "`beta2` of `Adam`", BELOW, |x| settings(Adam::new(0.1).beta2(x))),
        Setter("eps", "`eps` of `Adam`", POSITIVE, |x| settings(Adam::new(0.1).eps(x))),
        Setter("weight_decay", "`weight_decay` of `Adam`", NOT_NEGATIVE, |x| {
            settings(Adam::new(0.1).weight_decay(x))
        }),
        Setter("beta1", "`beta1` of `AdamW`", BELOW, |x| settings(AdamW::new(0.1).beta1(x))),
        Setter("beta2", "`beta2` of `AdamW`", BELOW, |x| settings(AdamW::new(0.1).beta2(x))),
        Setter("eps", "`eps` of `AdamW`", POSITIVE, |x| settings(AdamW::new(0.1).eps(x))),
        Setter("weight_decay", "`weight_decay` of `AdamW`", NOT_NEGATIVE, |x| {
            settings(AdamW::new(0.1).weight_decay(x))
        }),
        Setter("alpha", "`alpha` of `RmsProp`", BELOW, |x| settings(RmsProp::new(0.1).alpha(x))),
        Setter("eps", "`eps` of `RmsProp`", POSITIVE, |x| settings(RmsProp::new(0.1).eps(x))),
        Setter("weight_decay", "`weight_decay` of `RmsProp`", NOT_NEGATIVE, |x| {
            settings(RmsProp::new(0.1).weight_decay(x))
        }),
        Setter("momentum", "`momentum` of `RmsProp`", BELOW, |x| {
            settings(RmsProp::new(0.1).momentum(x))
        }),
        Setter("learning_rate", "`learning_rate` of a `Group`", NOT_NEGATIVE, |x| {
            settings(Sgd::new(0.1).group("fc.*", Group::new().learning_rate(x)))
        }),
        Setter("weight_decay", "`weight_decay` of a `Group`", NOT_NEGATIVE, |x| {
            let none = Group::new();
            settings(Sgd::new(0.1).group("fc.*", none).group("*", none.weight_decay(x)))
        }),
        Setter("gamma", "`gamma` of `Schedule::Step`", NOT_NEGATIVE, |gamma| {
            scheduled(Schedule::Step { every: 3, gamma })
        }),
        Setter("gamma", "`gamma` of `Schedule::Exponential`", NOT_NEGATIVE, |gamma| {
            scheduled(Schedule::Exponential { gamma }.warm_up(5))
        }),
        Setter("start", "`start` of `Schedule::Linear`", NOT_NEGATIVE, |start| {
            scheduled(Schedule::Linear { steps: 3, start, end: 1.0 })
        }),
        Setter("end", "`end` of `Schedule::Linear`", NOT_NEGATIVE, |end| {
            scheduled(Schedule::Linear { steps: 3, start: 1.0, end })
        }),
        Setter("minimum", "`minimum` of `Schedule::Cosine`", NOT_NEGATIVE, |minimum| {
            scheduled(Schedule::Cosine { steps: 3, minimum })
        }),
        Setter("rise", "`rise` of `Schedule::OneCycle`", UNIT, |x| one_cycle(x, 25.0, 1e4)),
        Setter("divide_first", "`divide_first` of `Schedule::OneCycle`", POSITIVE, |x| {
            one_cycle(0.3, x, 1e4)
        }),
        Setter("divide_last", "`divide_last` of `Schedule::OneCycle`", POSITIVE, |x| {
            one_cycle(0.3, 25.0, x)
        }),
        Setter("start_factor", "`start_factor` of the warm-up", UNIT, |x| {
            scheduled(Schedule::Constant.warm_up(3).start_factor(x))
        }),
    ]
}

/// The message of a number that is out of its range.
fn message(what: &str, Range(words, ..): &Range, found: f64) -> String {
    format!("{what} is out of range\nexpected: {words}\n   found: {found:?}")
}

#[test]
fn every_setter_at_its_borders() {
    let device = Cpu::with_threads(1).expect("one thread");
    for Setter(_, what, range, of) in setters() {
        let Range(_, inside, outside) = &range;
        for x in *inside {
            assert_eq!(fault(&device, MeanSquaredError, &of(*x)), None, "{what}: {x:e}");
        }
        for x in outside.iter().chain(&NONE) {
            let found = fault(&device, MeanSquaredError, &of(*x));
            assert_eq!(found, Some(message(what, &range, *x)), "{x:e}");
        }
    }
}

/// The options of optimizers, as their records have them: `momentum: f64 = 0.0 in BelowOne;`.
fn options(records: &str) -> Vec<&str> {
    records
        .lines()
        .filter_map(|line| line.trim().split_once(": f64 = "))
        .map(|(name, _)| name)
        .collect()
}

/// The names of numbers that a file can set: arguments and fields of type `f64`.
fn names(source: &str) -> Vec<&str> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut names = Vec::new();
    let mut function = "";
    for line in source.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("pub const fn ").or(line.strip_prefix("pub fn ")) {
            function = rest.split('(').next().unwrap_or_default();
            let sets = rest.contains(": f64") && rest.contains("-> Self");
            if sets {
                names.push(function);
            }
        } else if let Some((name, "f64,")) = line.rsplit_once(": ") {
            let is_field = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_field && function.is_empty() {
                names.push(name); // of an enum, whose variants stand before all functions
            }
        }
    }
    names
}

/// A setter that is added is asked for here.
#[test]
fn the_tables_have_every_setter() {
    let optim = names(include_str!("../src/optim/mod.rs"));
    let schedule = names(include_str!("../src/schedule.rs"));
    let group = names(include_str!("../src/optim/group.rs"));
    let options = options(include_str!("../src/kernels/update/rules.rs"));
    let mut found = [optim, options, group, schedule].concat();
    let mut table: Vec<&str> = setters().iter().map(|Setter(name, ..)| *name).collect();
    // `optimizers!` writes `new` of four optimizers; the other is that of their settings.
    found.extend(["new"; 2]);
    found.sort_unstable();
    table.sort_unstable();
    assert_eq!(table, found);
    let losses = names(include_str!("../src/loss/mod.rs"));
    assert_eq!(losses, ["label_smoothing", "label_smoothing", "new"], "see `numbers_of_losses`");
}

/// Asserts that a trainer and a predictor refuse the loss in the same words, or both take it.
fn check_loss(loss: impl Losses<Vector<3>> + Clone, expected: Option<&str>) {
    let device = Cpu::with_threads(1).expect("one thread");
    let settings = settings(Sgd::new(0.1));
    assert_eq!(fault(&device, loss.clone(), &settings).as_deref(), expected);
    let double = Cpu::<f64>::with_options(CpuOptions::default()).expect("threads");
    assert_eq!(fault(&double, loss, &settings).as_deref(), expected);
}

fn each(what: &str, range: &Range, mut check: impl FnMut(f64, Option<&str>)) {
    let Range(_, inside, outside) = range;
    for x in *inside {
        check(*x, None);
    }
    for x in outside.iter().chain(&NONE) {
        check(*x, Some(&message(what, range, *x)));
    }
}

#[test]
fn numbers_of_losses() {
    let smoothing = "`label_smoothing` of `CrossEntropy`";
    each(smoothing, &UNIT, |x, expected| {
        check_loss(CrossEntropy::new().label_smoothing(x), expected);
        check_loss(CrossEntropy::new().label_smoothing(x).weighted([1.0; 3]), expected);
        check_loss(Unchecked(CrossEntropy::new().label_smoothing(x)), expected);
    });
    each("a class weight of `CrossEntropy`", &NOT_NEGATIVE, |x, expected| {
        check_loss(CrossEntropy::new().weighted([1.0, 0.0, x]), expected);
    });
    each("`delta` of `Huber`", &POSITIVE, |x, expected| {
        check_loss(Huber::new(x), expected);
        check_loss(Weighted(0.5, Huber::new(x)), expected);
    });
    // Weights of losses may be negative.
    const FINITE: Range =
        Range("a finite number", &[-LARGEST, -1.0, 0.0, 1.0], &[TOO_LARGE, -TOO_LARGE]);
    let Range(_, inside, outside) = FINITE;
    for x in inside {
        check_loss(Weighted(*x, L1), None);
    }
    for x in outside.iter().chain(&NONE[..3]) {
        let expected = message("the weight of a loss", &FINITE, *x);
        check_loss(Weighted(*x, MeanSquaredError), Some(&expected));
    }
    let expected = message("the weight of a loss", &FINITE, f64::INFINITY);
    check_loss(Weighted(1e200, Weighted(1e200, L1)), Some(&expected));
}

#[test]
fn a_predictor_checks_the_loss() -> Result<(), Error> {
    let model = Model::<Net, _>::init(&Cpu::with_threads(1)?, Seed(1))?;
    let mut predictor = Predictor::new(&model, Capacity(1))?;
    let (inputs, labels) = (Batch::zeros(1), Batch::zeros(1));
    let loss = CrossEntropy::new().label_smoothing(2.0);
    let error = predictor.evaluate(&inputs, &labels, &loss).expect_err("a share of 2");
    assert!(error.to_string().starts_with("`label_smoothing` of `CrossEntropy` is out of range"));
    Ok(())
}

/// A base rate and a factor may each be finite where their product is not.
#[test]
fn rates_that_grow_beyond_all_numbers() -> Result<(), Error> {
    let device = Cpu::with_threads(1)?;
    let group = Group::new().learning_rate(1e30);
    let settings = settings(Sgd::new(1e30).group("*", group));
    let found = fault(&device, MeanSquaredError, &settings).expect("1e60 is no `f32`");
    assert_eq!(found, message("the learning rate of a `Group`", &NOT_NEGATIVE, 1e30 * 1e30));

    let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    let before = model.tensor("fc.weight")?;
    let sgd = Sgd::new(0.0).schedule(Schedule::Exponential { gamma: 1e30 });
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(1))?;
    let (inputs, targets) = (Batch::zeros(1), Batch::zeros(1));
    for _ in 0..11 {
        trainer.step(&inputs, &targets)?; // 0 times 1e300
    }
    // 0 times infinity
    let error = trainer.step(&inputs, &targets).expect_err("no rate");
    assert_eq!(
        error.to_string(),
        "the schedule gives step 11 a learning rate out of range\nexpected: 0 or a finite number above 0\n   found: NaN"
    );
    assert!(trainer.submit(&inputs, &targets).is_err());
    assert_eq!(trainer.steps(), 11);
    drop(trainer);
    assert_eq!(model.tensor("fc.weight")?, before);
    Ok(())
}
