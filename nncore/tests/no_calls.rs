//! Networks that compute nothing: their output is their input.
#![cfg(feature = "std")]

use nncore::prelude::*;

network! {
    struct Flat;
    input: [1, 2, 2];
    flat: Flatten;
}

network! {
    struct Dropped;
    input: [4];
    drop: Dropout(0.0);
}

/// Inference, evaluation and a training step, with a capacity that is not the batch.
fn check<N: Network<Input: OneInput, Output = Vector<4>>>() {
    let device = Cpu::with_threads(1).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(1)).unwrap();
    let x = Batch::from_vec((0..8u8).map(f32::from).collect()).unwrap();
    let t = Batch::from_vec((0..8u8).map(|i| f32::from(i) + 2.0).collect()).unwrap();
    let mut predictor = Predictor::new(&model, Capacity(3)).unwrap();
    assert_eq!(predictor.run(&x).unwrap().items(), x.items());
    assert_eq!(predictor.evaluate(&x, &t, &L1::new()).unwrap(), 2.0);
    let mut trainer = Trainer::new(&mut model, L1::new(), Sgd::new(0.1), Capacity(3)).unwrap();
    assert_eq!(trainer.step(&x, &t).unwrap(), 2.0);
    assert_eq!(trainer.output().unwrap().items(), x.items());
}

#[test]
fn flatten_alone() {
    check::<Flat>();
}

#[test]
fn dropout_alone() {
    check::<Dropped>();
}
