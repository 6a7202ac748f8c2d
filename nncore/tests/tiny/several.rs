//! Networks with several inputs, outputs and losses.

use crate::networks::bodies::SEVERAL;
use crate::networks::bodies::several::{
    OneValueTwice, OutputIsInput, SharedEmbedding, Tokens, TwoByThree,
};
use crate::observe::{model, numbers, random, same, tensors};
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe, WeightsRef};

/// Small integers.
fn integers(seed: u64, n: usize) -> Vec<u32> {
    let mut random = random(seed);
    (0..n).map(|_| random.below(5)).collect()
}

/// Two steps of Adam on batches of 6, and an inference, with these inputs, losses and targets: each is given as a slice and
/// as a batch.
macro_rules! compare {
    ($net:ident, [$($x:ident: $items:expr),+], $ty:ty = $losses:expr, [$($t:ident: $target:expr),+], [$($y:tt),+]) => {{
        let mut random = random(3);
        let (mut on_cpu, parameters, kept) = model::<$net>(&mut random);
        let weights = WeightsRef::<$net>::from_slices(&parameters, &kept).unwrap();
        $(let $x = $items;)+
        $(let $t = $target;)+
        let mut cpu = Trainer::new(&mut on_cpu, $losses, Adam::new(0.01), Capacity(9)).unwrap();
        struct Training;
        impl Recipe<$net> for Training {
            type Loss = $ty;
            const LOSS: $ty = $losses;
            const OPTIMIZER: Rule = Adam::new(0.01).into_rule();
        }
        let mut memory = vec![0.0; tiny::training_len::<$net, Training>(6)];
        let mut trainer =
            tiny::Trainer::<$net, Training, 6>::in_slice(weights, &mut memory).unwrap();
        for _ in 0..2 {
            let expected = cpu.step(
                compare!(@tuple $(&Batch::from_vec($x.clone()).unwrap()),+),
                compare!(@tuple $(&Batch::from_vec($t.clone()).unwrap()),+),
            );
            let found =
                trainer.step(compare!(@tuple $(&$x[..]),+), compare!(@tuple $(&$t[..]),+));
            same("loss", &[found.unwrap()], &[expected.unwrap()]);
            let (parameters, _) = tensors(cpu.model());
            same("parameters", trainer.weights().parameters(), &parameters);
            let (found, expected) = (trainer.output(), cpu.output().unwrap());
            compare!(@outputs found, expected, $($y),+);
        }
        let mut predictor = Predictor::new(&on_cpu, Capacity(6)).unwrap();
        let expected = predictor.run(compare!(@tuple $(&Batch::from_vec($x.clone()).unwrap()),+)).unwrap();
        let mut room = vec![f32::NAN; tiny::inference_len::<$net>(6)];
        let mut tiny = tiny::Predictor::<$net, 6>::in_slice(trainer.weights(), &mut room).unwrap();
        let found = tiny.run(compare!(@tuple $(&$x[..]),+)).unwrap();
        compare!(@outputs found, expected, $($y),+);
    }};
    (@tuple $one:expr) => { $one };
    (@tuple $($several:expr),+) => { ($($several),+) };
    (@outputs $found:expr, $expected:expr, all) => { same("output", $found, $expected.items()); };
    (@outputs $found:expr, $expected:expr, $($y:tt),+) => {
        $(same(concat!("output ", $y), $found.$y, $expected.$y.items());)+
    };
}

#[test]
fn integers_are_read_where_they_lie() {
    compare!(Tokens, [x: integers(1, 6 * 5)], MeanSquaredError = MeanSquaredError, [t: numbers(&mut random(2), 6 * 10, 1.0)], [all]);
}

#[test]
fn two_inputs() {
    compare!(
        SharedEmbedding,
        [a: integers(1, 6 * 3), b: integers(2, 6 * 3)],
        L1 = L1,
        [t: numbers(&mut random(2), 6 * 12, 1.0)],
        [all]
    );
}

#[test]
fn several_outputs_and_losses() {
    let reals = |seed: u64, n: usize| numbers(&mut random(seed), 6 * n, 1.0);
    compare!(
        TwoByThree,
        [image: reals(1, 16), noise: reals(2, 3)],
        (CrossEntropy, Weighted<MeanSquaredError>, Huber)
            = (CrossEntropy::new(), Weighted(0.5, MeanSquaredError), Huber::new(0.7)),
        [label: integers(3, 6).iter().map(|x| x % 2).collect::<Vec<_>>(), h: reals(4, 3), f: reals(5, 8)],
        [0, 1, 2]
    );
    compare!(
        OutputIsInput,
        [x: reals(1, 3)],
        (L1, MeanSquaredError) = (L1, MeanSquaredError),
        [a: reals(4, 3), b: reals(5, 3)],
        [0, 1]
    );
    compare!(
        OneValueTwice,
        [x: reals(1, 3)],
        (CrossEntropy, BinaryCrossEntropyWithLogits)
            = (CrossEntropy::new().label_smoothing(0.1), BinaryCrossEntropyWithLogits),
        [a: integers(4, 6).iter().map(|x| x % 3).collect::<Vec<_>>(), b: reals(5, 3)],
        [0, 1]
    );
}

#[test]
fn all_networks_of_several_are_here() {
    let here = ["Tokens", "SharedEmbedding", "TwoByThree", "OutputIsInput", "OneValueTwice"];
    assert_eq!(SEVERAL, here);
}
