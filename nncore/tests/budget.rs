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
