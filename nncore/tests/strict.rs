//! The strict device: the same bits on every machine. The hashes were recorded on x86-64 with AVX2, and found
//! again on i686 (32 bits) and aarch64; a machine that finds others computes something else.
#![cfg(feature = "std")]

mod training;

use nncore::device::Plain;
use nncore::prelude::*;
use nncore::{Element, Error};
use training::{Drops, Mlp, Norms, SmallConv, TenClasses, Trained, train_and_record};

/// FNV-1a of 64 bits (Fowler, Noll, Vo) over the bytes of all tensors and losses, little endian.
fn hash(trained: &Trained) -> u64 {
    let all = trained.losses.iter().chain(&trained.tensors);
    all.flat_map(|x| x.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn trained<N, T, O>(threads: Option<usize>, strict: bool, optimizer: O) -> Trained
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let device = Cpu::<T>::with_options(CpuOptions { threads, strict }).expect("threads");
    let run: Result<(Model<N, _>, Trained), Error> =
        train_and_record(&device, optimizer, 16, &[16, 16, 16, 16, 13]);
    run.expect("a training").1
}

/// The hash of five strict steps, which no number of threads changes, and which are near those of
/// the native device.
fn strict<N, T, O>(optimizer: &O) -> u64
where
    N: TenClasses<T>,
    T: Element + Plain,
    Cpu<T>: Device<Element = T>,
    O: Optimizer,
{
    let strict = trained::<N, T, O>(None, true, optimizer.clone());
    assert_eq!(strict, trained::<N, T, O>(Some(1), true, optimizer.clone()), "{}", N::NAME);
    assert_eq!(strict, trained::<N, T, O>(Some(3), true, optimizer.clone()), "{}", N::NAME);
    let native = trained::<N, T, O>(None, false, optimizer.clone());
    let pairs = strict.tensors.iter().zip(&native.tensors);
    for (i, (s, n)) in pairs.chain(strict.losses.iter().zip(&native.losses)).enumerate() {
        let (s, n) = (f64::from_bits(*s), f64::from_bits(*n));
        assert!((s - n).abs() <= 1e-4 * n.abs().max(1.0), "{} {i}: {s}, not {n}", N::NAME);
    }
    hash(&strict)
}

/// Compares with the hashes recorded for `f32` and `f64`.
fn check<N: TenClasses<f32> + TenClasses<f64>, O: Optimizer>(optimizer: O, recorded: [u64; 2]) {
    let found = [strict::<N, f32, O>(&optimizer), strict::<N, f64, O>(&optimizer)];
    assert_eq!(found, recorded, "{}: {found:#018x?}", N::NAME);
}

#[test]
fn convolutions() {
    check::<SmallConv, _>(
        Sgd::new(0.05).momentum(0.9),
        [0xd314_58a4_a065_e1a6, 0xa6cd_3364_452f_865c],
    );
}

#[test]
fn linear_layers() {
    let sgd = Sgd::new(0.05).momentum(0.9).nesterov(true).clip_norm(0.5);
    check::<Mlp, _>(sgd, [0x5ad3_52fa_53c3_e9b6, 0xd658_0410_6ea3_fddf]);
}

#[test]
fn norms() {
    check::<Norms, _>(
        Sgd::new(0.05).weight_decay(0.01),
        [0xec84_2ce2_3839_cefa, 0xee77_a418_e3e8_c9a1],
    );
}

#[test]
fn dropout() {
    check::<Drops, _>(AdamW::new(1e-4), [0x7d41_8e95_8f57_b3d5, 0x0e8b_adf0_f75b_92f8]);
}

#[test]
fn predictions() {
    let device = Cpu::strict().expect("threads");
    let model = training::train::<SmallConv, f32, _>(&device, Sgd::new(0.05), 16, &[16]).unwrap();
    let outputs =
        Predictor::new(&model, Capacity(7)).unwrap().run(&training::inputs(7, 1)).unwrap();
    let tensors = outputs.items().iter().map(|x| training::bits(*x)).collect();
    let found = hash(&Trained { losses: Vec::new(), tensors });
    assert_eq!(found, 0x1804_0f25_8cd4_717e, "{found:#018x}");
}
