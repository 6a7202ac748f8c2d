//! Networks of images on the device without an allocator: losses, outputs and predictions have the bits of the strict
//! CPU.
#![cfg(feature = "std")]

use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe};

network! {
    struct Images;
    input: [3, 8, 8];
    wide: Conv2d(3 -> 8, kernel = 3, padding = same);
    norm: BatchNorm2d(8);
    relu: Relu;
    pool: MaxPool2d(2);
    deep: Conv2d(8 -> 8, kernel = 3, padding = 1, groups = 8);
    tanh: Tanh;
    up: Upsample2d(2);
    strided: Conv2d(8 -> 4, kernel = (3, 2), stride = 2, dilation = (1, 2), padding = same, bias = false);
    mean: AvgPool2d(3, stride = 1, padding = 1);
    drop: Dropout(0.25);
    flat: Flatten;
    fc: Linear(64 -> 5);
}

network! {
    struct Rows;
    input: [4, 6];
    norm: LayerNorm(axes = 1);
    shares: Softmax(axis = 0);
    drop: Dropout(0.5);
    flat: Flatten;
    fc: Linear(24 -> 5);
    log: LogSoftmax;
}

network! {
    struct Frozen;
    input: [2, 4, 4];
    first: Conv2d(2 -> 3, kernel = 3, padding = 1);
    #[frozen] fixed: BatchNorm2d;
    tanh: Tanh;
    second: Conv2d(3 -> 3, kernel = 3);
    norm: BatchNorm2d;
    flat: Flatten;
    fc: Linear(12 -> 5);
}

fn number(i: usize) -> f32 {
    ((i * 7919 + i * i % 101) % 997) as f32 / 400.0 - 1.2
}

struct Distances;

impl<N: Network<Output = Vector<5>>> Recipe<N> for Distances {
    type Loss = L1;
    const LOSS: L1 = L1;
    const OPTIMIZER: Rule = Sgd::new(50.0).momentum(0.9).into_rule();
}

/// Three steps, so large that the last bit of a gradient shows, and a prediction, of batches that may be smaller than the
/// capacity.
macro_rules! check {
    ($network:ident, $sample:expr, $capacity:expr, $batch:expr) => {{
        const B: usize = $capacity;
        let (rule, loss) = (Sgd::new(50.0).momentum(0.9), L1::new());
        let device = Cpu::<f32>::strict().unwrap();
        let mut model = Model::<$network, _>::init(&device, Seed(1)).unwrap();
        let mut memory = vec![f32::NAN; tiny::training_len::<$network, Distances>(B)];
        let mut small =
            tiny::Trainer::<$network, Distances, B>::init_in_slice(&mut memory, Seed(1))
                .unwrap()
                .seed(Seed(9));
        let mut trainer = Trainer::new(&mut model, loss, rule, Capacity(B)).unwrap().seed(Seed(9));
        let inputs: Vec<f32> = (0..$batch * $sample).map(number).collect();
        let targets: Vec<f32> = (0..$batch * 5).map(|i| number(i + 3)).collect();
        let (x, t) =
            (Batch::from_vec(inputs.clone()).unwrap(), Batch::from_vec(targets.clone()).unwrap());
        let bits = |x: &[f32]| x.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        for step in 0..3 {
            let expected = trainer.step(&x, &t).unwrap();
            let found = small.step(&inputs, &targets).unwrap();
            assert_eq!(bits(small.output()), bits(trainer.output().unwrap().items()), "{step}");
            assert!(expected.is_finite(), "step {step}: bits that say nothing");
            assert_eq!(found.to_bits(), expected.to_bits(), "step {step}: {found} {expected}");
        }
        drop(trainer);
        let mut memory = vec![f32::NAN; tiny::inference_len::<$network>(B)];
        let mut predictor =
            tiny::Predictor::<$network, B>::in_slice(small.weights(), &mut memory).unwrap();
        let expected = Predictor::new(&model, Capacity(B)).unwrap().run(&x).unwrap();
        assert_eq!(bits(predictor.run(&inputs).unwrap()), bits(expected.items()));
    }};
}

#[test]
fn images() {
    check!(Images, 192, 5, 4);
    check!(Images, 192, 2, 2);
    // More samples than slots.
    check!(Images, 192, 40, 37);
}

#[test]
fn frozen_layers() {
    check!(Frozen, 32, 6, 5);
}

#[test]
fn rows() {
    check!(Rows, 24, 1, 1);
    check!(Rows, 24, 16, 13);
    // More samples than slots.
    check!(Rows, 24, 40, 37);
}

#[test]
fn one_value_a_channel_is_a_fault() {
    network! {
        struct Normed;
        input: [5];
        norm: BatchNorm1d(5);
    }
    let mut memory = [0.0; tiny::training_len::<Normed, Distances>(1)];
    let mut trainer = tiny::Trainer::<Normed, Distances, 1>::init(&mut memory, Seed(1));
    let step = trainer.step(&[1.0; 5], &[0.0; 5]);
    assert!(matches!(step, Err(nncore::Error::OneValuePerChannel)), "{step:?}");
}
