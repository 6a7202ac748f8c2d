//! Functions, lookups and operations of one's own on the device without an allocator: the bits of the strict CPU, in
//! training.

use nncore::Element;
use nncore::custom::{Backward, Operation, Role, Shaped, Sizes, TensorInfo};
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe};

/// Each element times one trained number, whose gradient has a term an element.
#[derive(Clone, Copy, Debug)]
struct Scale;

impl<X: Shaped> Operation<X> for Scale {
    const OUTPUT: Sizes = X::SHAPE;
    const TENSORS: &'static [TensorInfo] = &[TensorInfo {
        name: "scale",
        shape: Sizes::new(&[1]),
        offset: 0,
        role: Role::Scale,
        is_frozen: false,
    }];

    fn forward<T: Element>(x: &[T], parameters: &[T], y: &mut [T]) {
        y.iter_mut().zip(x).for_each(|(y, x)| *y = *x * parameters[0]);
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        for (x, d_y) in g.x.iter().zip(g.d_y) {
            g.d_parameters[0] += *x * *d_y;
        }
        let Some(d_x) = g.d_x else { return };
        d_x.iter_mut().zip(g.d_y).for_each(|(d_x, d_y)| *d_x = *d_y * g.parameters[0]);
    }
}

network! {
    struct Net;
    input x: [4, 6];
    input t: [5] in 0..10;
    table: Embedding(10 -> 6);
    fc: Linear(6 -> 6);
    scale: Custom<Scale>;
    out: Linear(54 -> 3);
    fn forward(x, t) {
        let h = fc(concat(x, table(t), axis = 0));
        let m = scale(matmul(h, h, transpose_b = true));
        let (a, b, c) = split(permute(reshape(m, [3, 3, 9]), [2, 0, 1]), axis = 0);
        let d = a * b - expand(reshape(max(c, axes = (1, 2)), [3, 1, 1]), [3, 3, 3]) / 3.0;
        let e = concat(flatten(d), flatten(mean(d, axis = 0)), sum(h, axis = 1));
        out(concat(e, slice(flatten(c), 0..9)) * 0.5 + 1.0)
    }
}

/// Numbers from -1 to 1.
fn numbers(seed: usize, len: usize) -> Vec<f32> {
    (0..len).map(|i| ((i * 7919 + seed * 104_729) % 2003) as f32 / 1001.0 - 1.0).collect()
}

struct Training;

impl Recipe<Net> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Adam::new(0.01).clip_norm(1.0).into_rule();
}

/// Trains on both for some steps of `n` samples; the tiny trainer has room for `B`.
fn check<const B: usize>(n: usize) {
    let device = Cpu::strict().expect("threads");
    let mut model = Model::<Net, _>::init(&device, Seed(3)).expect("memory");
    let adam = Adam::new(0.01).clip_norm(1.0);
    let mut cpu = Trainer::new(&mut model, CrossEntropy::new(), adam, Capacity(n)).expect("memory");
    let mut memory = vec![f32::NAN; tiny::training_len::<Net, Training>(B)];
    let mut trainer =
        tiny::Trainer::<Net, Training, B>::init_in_slice(&mut memory, Seed(3)).expect("memory");
    for step in 0..4 {
        let x = numbers(step, n * 24);
        let t: Vec<u32> = (0..n * 5).map(|i| ((i * i + step) % 10) as u32).collect();
        let labels: Vec<u32> = (0..n).map(|i| ((i + step) % 3) as u32).collect();
        let found = trainer.step((&x, &t), &labels).expect("a step");
        let inputs = (&Batch::from_vec(x).expect("samples"), &Batch::from_vec(t).expect("samples"));
        let expected =
            cpu.step(inputs, &Batch::from_vec(labels).expect("samples")).expect("a step");
        assert_eq!(found.to_bits(), expected.to_bits(), "{n} of {B} samples, step {step}");
    }
}

#[test]
fn trains_with_the_bits_of_the_cpu() {
    check::<1>(1);
    check::<5>(5);
    check::<5>(3);
    // Where the CPU sums the gradients of several samples for themselves.
    check::<33>(33);
    check::<40>(21);
}

/// Recipes with a schedule, and with tensors that are not decayed: the parameters of the CPU behind each step.
macro_rules! follows {
    ($rule:expr) => {
        follows!($rule, $rule.into_rule())
    };
    ($optimizer:expr, $rule:expr) => {{
        struct Followed;
        impl Recipe<Net> for Followed {
            type Loss = CrossEntropy;
            const LOSS: CrossEntropy = CrossEntropy::new();
            const OPTIMIZER: Rule = $rule;
        }
        const N: usize = 4;
        let device = Cpu::strict().expect("threads");
        let mut model = Model::<Net, _>::init(&device, Seed(3)).expect("memory");
        let mut cpu =
            Trainer::new(&mut model, CrossEntropy::new(), $optimizer, Capacity(N)).expect("memory");
        let mut memory = vec![f32::NAN; tiny::training_len::<Net, Followed>(N)];
        let mut trainer =
            tiny::Trainer::<Net, Followed, N>::init_in_slice(&mut memory, Seed(3)).expect("memory");
        for step in 0..6 {
            let (x, labels) = (numbers(step, N * 24), vec![(step % 3) as u32; N]);
            let t: Vec<u32> = (0..N * 5).map(|i| ((i * i + step) % 10) as u32).collect();
            trainer.step((&x, &t), &labels).expect("a step");
            let inputs =
                (&Batch::from_vec(x).expect("samples"), &Batch::from_vec(t).expect("samples"));
            cpu.step(inputs, &Batch::from_vec(labels).expect("samples")).expect("a step");
            assert_eq!(trainer.learning_rate(), cpu.learning_rate(), "step {step}");
            for tensor in Net::TENSORS {
                let expected = cpu.model().tensor(tensor.name).expect("a copy");
                let found = trainer.weights().tensor(tensor.name).expect("a tensor");
                let same = found.iter().zip(&expected).all(|(f, e)| f.to_bits() == e.to_bits());
                assert!(same, "{}, step {step}", tensor.name);
            }
        }
    }};
}

#[test]
fn schedules_and_tensors_that_are_not_decayed_are_those_of_the_cpu() {
    follows!(AdamW::new(0.01).weight_decay(0.3).decay_weights_only());
    follows!(Sgd::new(0.05).momentum(0.9).warm_up(Schedule::cosine(6).warm_up(2)));
    follows!(RmsProp::new(0.01).weight_decay(0.1).clip_value(0.02));
}

#[test]
fn groups_are_those_of_the_cpu() {
    const SLOW: Group = Group::new().learning_rate(0.25).weight_decay(0.5);
    const FIXED: Group = Group::new().learning_rate(0.0);
    follows!(
        Sgd::new(0.05).momentum(0.9).weight_decay(0.1).group("*.bias", FIXED).group("*", SLOW),
        Sgd::new(0.05)
            .momentum(0.9)
            .weight_decay(0.1)
            .into_rule()
            .group("*.bias", FIXED)
            .group("*", SLOW)
    );
    follows!(
        AdamW::new(0.01).weight_decay(0.3).decay_weights_only().group("*.weight", SLOW),
        AdamW::new(0.01).weight_decay(0.3).decay_weights_only().into_rule().group("*.weight", SLOW)
    );
}

#[test]
#[should_panic(expected = "groups of a recipe come after it")]
fn groups_of_text_are_refused() {
    let _ = Sgd::new(0.1).group("fc.*", Group::new()).into_rule();
}

#[test]
#[should_panic(expected = "at most eight groups")]
fn nine_groups_are_refused() {
    let rule = (0..9).fold(Sgd::new(0.1).into_rule(), |rule, _| rule.group("*", Group::new()));
    assert_eq!(rule, rule);
}
