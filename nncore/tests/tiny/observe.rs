//! Runs a network on the tiny device and on the strict CPU, and compares all bits.

use nncore::loss::LossOf;
use nncore::network::Network;
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::random::{Purpose, Random, Stream};
use nncore::shape::{Inputs, Outputs};
use nncore::tensor::Role;
use nncore::tiny::{self, Recipe, WeightsRef};
use nncore::{CpuOptions, Error};

/// Compares a network on both devices, on numbers of this seed. The number of numbers that were compared.
pub(crate) type Compare = fn(seed: u64) -> usize;

/// The strict CPU.
pub(crate) fn strict() -> Cpu {
    Cpu::with_options(CpuOptions { threads: Some(2), strict: true }).expect("threads")
}

/// Nearly normal numbers with mean 0. Under Miri each is one draw, of the same variance: twelve were four fifths of its
/// time.
pub(crate) fn numbers(random: &mut Random, n: usize, scale: f32) -> Vec<f32> {
    let draws = if cfg!(miri) { 1 } else { 12 };
    let scale = scale * (12.0 / draws as f32).sqrt();
    let mut sum = || (0..draws).map(|_| random.uniform_f32()).sum::<f32>();
    (0..n).map(|_| scale * (sum() - 0.5 * draws as f32)).collect()
}

pub(crate) fn random(seed: u64) -> Random {
    Stream::new(Seed(seed), Purpose::Data, 5, 9).cursor()
}

/// A model on the strict CPU with tensors of the size that training has, and its tensors as they lie.
pub(crate) fn model<N: Network>(random: &mut Random) -> (Model<N, Cpu>, Vec<f32>, Vec<f32>) {
    let mut model = Model::<N, _>::init(&strict(), Seed(1)).expect("a model");
    for tensor in N::TENSORS {
        let len = tensor.shape.len();
        let values: Vec<f32> = match tensor.role {
            Role::Weight { fan_in, .. } => numbers(random, len, 1.0 / (fan_in as f32).sqrt()),
            Role::Scale => numbers(random, len, 0.3).iter().map(|x| 1.0 + x).collect(),
            Role::RunningVariance => {
                numbers(random, len, 0.3).iter().map(|x| 0.5 + x.abs()).collect()
            }
            Role::Embedding => numbers(random, len, 1.0),
            Role::Free(_) | Role::Bias { .. } | Role::Shift | Role::Slope | Role::RunningMean => {
                numbers(random, len, 0.5)
            }
        };
        model.set_tensor(tensor.name, &values).expect("as many numbers");
    }
    let (parameters, kept) = tensors(&model);
    (model, parameters, kept)
}

/// The tensors of a model as they lie.
pub(crate) fn tensors<N: Network>(model: &Model<N, Cpu>) -> (Vec<f32>, Vec<f32>) {
    let (mut parameters, mut kept) = (vec![0.0; N::PARAMETER_LEN], vec![0.0; N::BUFFER_LEN]);
    for tensor in N::TENSORS {
        let values = model.tensor(tensor.name).expect("a copy");
        let all = if tensor.is_kept() { &mut kept } else { &mut parameters };
        all[tensor.range()].copy_from_slice(&values);
    }
    (parameters, kept)
}

/// Compares all bits; how many numbers there are.
#[track_caller]
pub(crate) fn same(what: &str, found: &[f32], expected: &[f32]) -> usize {
    assert_eq!(found.len(), expected.len(), "{what}: how many");
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let same = f.to_bits() == e.to_bits() || f.is_nan() && e.is_nan();
        assert!(same, "{what}, number {i}: {f:e} instead of {e:e}");
    }
    found.len()
}

/// SGD with momentum and clipping on squares.
struct Squares;

impl<N> Recipe<N> for Squares
where
    N: Network<Output: OneOutput>,
    MeanSquaredError: LossOf<N>,
{
    type Loss = MeanSquaredError;
    const LOSS: MeanSquaredError = MeanSquaredError;
    const OPTIMIZER: Rule = Sgd::new(0.0625).momentum(0.875).clip_norm(3.0).into_rule();
}

/// Three steps of SGD with momentum on batches of `B`, then inference of the same, and of single samples.
pub(crate) fn trained<N, const B: usize>(seed: u64) -> usize
where
    N: Network<Input: OneInput, Output: OneOutput>,
    for<'a> N::Input: Inputs<Slices<'a> = &'a [f32]>,
    for<'a> N::Output: Outputs<Slices<'a> = &'a [f32]>,
{
    let mut random = random(seed);
    let (mut on_cpu, parameters, kept) = model::<N>(&mut random);
    let weights = WeightsRef::<N>::from_slices(&parameters, &kept).expect("as many numbers");
    let (sample, target) = (<N::Input as Shape>::LEN, <N::Output as Shape>::LEN);
    let inputs = numbers(&mut random, B * sample, 1.0);
    let targets = numbers(&mut random, B * target, 1.0);
    let (input_batch, target_batch) = (
        Batch::<N::Input>::from_vec(inputs.clone()).expect("samples"),
        Batch::<N::Output>::from_vec(targets.clone()).expect("samples"),
    );
    let optimizer = Sgd::new(0.0625).momentum(0.875).clip_norm(3.0);
    let mut cpu = Trainer::new(&mut on_cpu, MeanSquaredError, optimizer, Capacity(B + 3))
        .expect("a trainer")
        .seed(Seed(seed));
    let mut memory = vec![f32::NAN; tiny::training_len::<N, Squares>(B)];
    let mut tiny = tiny::Trainer::<N, Squares, B>::in_slice(weights, &mut memory)
        .expect("enough memory")
        .seed(Seed(seed));
    let mut compared = 0;
    let steps = if cfg!(miri) { 1 } else { 3 }; // it interprets some million steps of a program a second
    for _ in 0..steps {
        let expected = cpu.step(&input_batch, &target_batch);
        let found = tiny.step(&inputs, &targets[..]);
        if matches!(expected, Err(Error::OneValuePerChannel)) {
            assert!(matches!(found, Err(Error::OneValuePerChannel)), "{found:?}");
            break;
        }
        let (expected, found) = (expected.expect("a step"), found.expect("a step"));
        compared += same("loss", &[found], &[expected]);
        compared += same("output", tiny.output(), cpu.output().expect("a copy").items());
        let (parameters, kept) = tensors(cpu.model());
        compared += same("parameters", tiny.weights().parameters(), &parameters);
        compared += same("kept tensors", tiny.weights().kept(), &kept);
    }
    let mut predictor = Predictor::new(&on_cpu, Capacity(B)).expect("a predictor");
    let expected = predictor.run(&input_batch).expect("an output");
    let mut room = vec![f32::NAN; tiny::inference_len::<N>(B)];
    let mut whole = tiny::Predictor::<N, B>::in_slice(tiny.weights(), &mut room).expect("memory");
    compared += same("inference", whole.run(&inputs).expect("an output"), expected.items());
    let evaluated = predictor.evaluate(&input_batch, &target_batch, &MeanSquaredError);
    let found = whole.evaluate(&inputs, &targets[..], &MeanSquaredError);
    compared += same("evaluation", &[found.expect("a loss")], &[evaluated.expect("a loss")]);
    let mut room = vec![f32::NAN; tiny::inference_len::<N>(1)];
    let mut single = tiny::Predictor::<N>::in_slice(tiny.weights(), &mut room).expect("memory");
    for (i, x) in inputs.chunks(sample).enumerate() {
        let output = single.run(x).expect("an output");
        compared += same("inference of one", output, expected.sample(i));
    }
    compared
}
