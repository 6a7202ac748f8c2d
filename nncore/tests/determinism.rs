//! The same seed gives the same bits: for any number of threads, any capacity, again and again.
#![cfg(feature = "threads")]

mod training;

use nncore::device::Plain;
use nncore::prelude::*;
use nncore::{Element, Error};
use training::{
    Drops, Mlp, Norms, SmallConv, TenClasses, Trained, bits, inputs, labels, train_and_record,
};

/// Ten batches, the last of them smaller.
const BATCHES: [usize; 10] = [64, 64, 64, 64, 64, 64, 64, 64, 64, 61];

fn device<T: Element>(threads: usize, strict: bool) -> Cpu<T> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

fn trained<N, T, O>(threads: usize, strict: bool, optimizer: &O, capacity: usize) -> Trained
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let device = device(threads, strict);
    let run: Result<(Model<N, Cpu<T>>, Trained), Error> =
        train_and_record(&device, optimizer.clone(), capacity, &BATCHES);
    run.expect("a training").1
}

fn check<N, T, O>(optimizer: O)
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let one = trained::<N, T, O>(1, false, &optimizer, 64);
    assert_ne!(one.losses[0], one.losses[9]);
    for threads in [1, 2, 3, 8] {
        let other = trained::<N, T, O>(threads, false, &optimizer, 64);
        assert!(one == other, "{}: {threads} threads", N::NAME);
    }
    let other = trained::<N, T, O>(2, false, &optimizer, 100);
    assert!(one == other, "{}: capacity 100", N::NAME);
    let strict = trained::<N, T, O>(1, true, &optimizer, 64);
    let other = trained::<N, T, O>(3, true, &optimizer, 100);
    assert!(strict == other, "{}: strict", N::NAME);
}

#[test]
fn convolutions() {
    let sgd = Sgd::new(0.02).momentum(0.9);
    check::<SmallConv, f32, _>(sgd.clone());
    check::<SmallConv, f64, _>(sgd);
}

#[test]
fn linear_layers() {
    // Clipping sums over all gradients.
    let adam = Adam::new(1e-3).clip_norm(0.5);
    check::<Mlp, f32, _>(adam.clone());
    check::<Mlp, f64, _>(adam);
}

#[test]
fn norms() {
    let rms = RmsProp::new(1e-3).momentum(0.5).clip_value(0.1);
    check::<Norms, f32, _>(rms.clone());
    check::<Norms, f64, _>(rms);
}

#[test]
fn dropout() {
    let adam = AdamW::new(1e-3);
    check::<Drops, f32, _>(adam.clone());
    check::<Drops, f64, _>(adam);
}

/// The bits of all gradients of a batch, and of its output.
fn gradients<N: TenClasses>(device: &Cpu, before: &[usize], n: usize) -> Vec<u64> {
    let mut model = Model::<N, _>::init(device, Seed(3)).expect("a model");
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(64)).expect("memory");
    for n in before {
        // Larger numbers than those of the batch that counts.
        let mut other = inputs(*n, 77);
        other.items_mut().iter_mut().for_each(|x| *x *= 1e3);
        trainer.gradients_of(&other, &labels(*n, 78)).expect("gradients");
    }
    let loss = trainer.gradients_of(&inputs(n, 5), &labels(n, 6)).expect("gradients");
    let mut all = vec![bits(loss)];
    all.extend(trainer.output().expect("an output").items().iter().map(|x| bits(*x)));
    for tensor in N::TENSORS.iter().filter(|t| !t.is_kept()) {
        let gradient = trainer.gradient(tensor.name).expect("a copy");
        all.extend(gradient.into_iter().map(bits));
    }
    all
}

#[test]
fn a_batch_sees_nothing_of_the_one_before() {
    let device = device(2, false);
    for n in [2, 61, 64] {
        for before in [&[64][..], &[3], &[64, 17]] {
            let same = |alone: &[u64], behind: &[u64]| assert!(alone == behind, "{n}, {before:?}");
            same(
                &gradients::<SmallConv>(&device, &[], n),
                &gradients::<SmallConv>(&device, before, n),
            );
            same(&gradients::<Mlp>(&device, &[], n), &gradients::<Mlp>(&device, before, n));
            same(&gradients::<Norms>(&device, &[], n), &gradients::<Norms>(&device, before, n));
            same(&gradients::<Drops>(&device, &[], n), &gradients::<Drops>(&device, before, n));
        }
    }
}

#[test]
fn predictions_depend_on_no_thread_capacity_or_neighbour() {
    fn check<N: TenClasses>() {
        let one = device(1, false);
        let model = training::train::<N, f32, _>(&one, Sgd::new(0.01), 64, &[64, 64]).unwrap();
        let batch = inputs(64, 9);
        let expected = Predictor::new(&model, Capacity(64)).unwrap().run(&batch).unwrap();
        for (threads, capacity) in [(1, 100), (2, 64), (3, 65), (8, 64)] {
            let model = model.to_device(&device::<f32>(threads, false)).unwrap();
            let mut predictor = Predictor::new(&model, Capacity(capacity)).unwrap();
            let found = predictor.run(&batch).unwrap();
            assert_eq!(found, expected, "{}: {threads} threads, {capacity}", N::NAME);
            assert_eq!(predictor.run(&batch).unwrap(), expected, "{}: again", N::NAME);
        }
    }
    check::<SmallConv>();
    check::<Mlp>();
    check::<Norms>();
    check::<Drops>();
}
