//! A budget of memory changes no bit of a training.
#![cfg(feature = "std")]

use nncore::prelude::*;

network! {
    struct Full;
    input: [2, 10, 10];
    c1: Conv2d(2 -> 4, kernel = 3, padding = 1); a1: Silu; c2: Conv2d(4 -> 4, kernel = 3, padding = 1); a2: Gelu;
    c3: Conv2d(4 -> 2, kernel = 3, padding = 1); a3: Tanh; flat: Flatten; fc: Linear(200 -> 3);
}

network! {
    struct Lean;
    input: [2, 10, 10];
    c1: Conv2d(2 -> 4, kernel = 3, padding = 1); a1: Silu; c2: Conv2d(4 -> 4, kernel = 3, padding = 1); a2: Gelu;
    c3: Conv2d(4 -> 2, kernel = 3, padding = 1); a3: Tanh; flat: Flatten; fc: Linear(200 -> 3);
    memory <= 500 KiB for 64;
}

mod parts {
    use nncore::network;

    network! {
        pub struct Stem;
        input: [2, 10, 10];
        conv: Conv2d(2 -> 4, kernel = 3, padding = 1);
    }
}

network! {
    /// Its sizes are known to rustc alone, which chooses.
    struct Composed;
    input: [2, 10, 10];
    stem: parts::Stem; a1: Silu; c2: Conv2d(4 -> 4, kernel = 3, padding = 1); a2: Gelu;
    c3: Conv2d(4 -> 2, kernel = 3, padding = 1); a3: Tanh; flat: Flatten; fc: Linear(200 -> 3);
    memory <= LARGE KiB for 64;
}

network! {
    struct ComposedLean;
    input: [2, 10, 10];
    stem: parts::Stem; a1: Silu; c2: Conv2d(4 -> 4, kernel = 3, padding = 1); a2: Gelu;
    c3: Conv2d(4 -> 2, kernel = 3, padding = 1); a3: Tanh; flat: Flatten; fc: Linear(200 -> 3);
    memory <= SMALL KiB for 64;
}

/// Between what both programs of `ComposedLean` take.
const SMALL: usize = 500;
const LARGE: usize = 1000;

fn losses<N: Network<Input = Image<2, 10, 10>, Output = Vector<3>>>() -> Vec<f32> {
    let device = Cpu::with_threads(2).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(5)).unwrap();
    let x = Batch::new((0..9 * 200).map(|i| (i % 13) as f32 / 6.0 - 1.0).collect()).unwrap();
    let y = Batch::new((0..9).map(|i| i % 3).collect()).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Adam::new(0.01), Capacity(9)).unwrap();
    (0..5).map(|_| trainer.step(&x, &y).unwrap()).collect()
}

#[test]
fn less_memory_and_the_same_bits() {
    assert!(Lean::training_bytes(64, 0) <= 500 << 10);
    assert!(Full::training_bytes(64, 0) > 500 << 10, "{}", Full::training_bytes(64, 0));
    assert_eq!(losses::<Full>(), losses::<Lean>());
}

#[test]
fn rustc_chooses_where_it_alone_can_count() {
    assert!(ComposedLean::training_bytes(64, 0) <= SMALL << 10);
    assert!(Composed::training_bytes(64, 0) > SMALL << 10);
    assert_eq!(losses::<Composed>(), losses::<ComposedLean>());
}
