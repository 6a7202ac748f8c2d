//! Budgets: that of training changes no bit; those of inference and of flash are what the tiny device takes.
#![cfg(feature = "std")]

use nncompiler::schedule::{flash, working};
use nncore::network::Other;
use nncore::prelude::*;
use nncore::tiny::{WeightsRef, inference_len, weights_len};

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

fn losses<N: Network<Input = Image<2, 10, 10>, Output = Vector<3>, Ending = Other>>() -> Vec<f32> {
    let device = Cpu::with_threads(2).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(5)).unwrap();
    let x = Batch::from_vec((0..9 * 200).map(|i| (i % 13) as f32 / 6.0 - 1.0).collect()).unwrap();
    let y = Batch::from_vec((0..9).map(|i| i % 3).collect()).unwrap();
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

/// Declares networks, and a test that the compiler counts of each what the tiny device takes.
macro_rules! counted {
    ($($name:ident { $($body:tt)* })*) => {
        $(network! { struct $name; $($body)* })*

        #[test]
        fn the_compiler_counts_what_the_tiny_device_takes() {
            $(
                let text = concat!("struct Net; ", stringify!($($body)*));
                let nncompiler::Front::Good(c) = nncompiler::front(text.parse().expect("tokens"))
                else {
                    panic!("{text}");
                };
                let counted = working(&c.network, &c.inference).expect("known sizes");
                let (bytes, _) = flash(&c.network).expect("known sizes");
                assert_eq!(counted.bytes, 4 * inference_len::<$name>(1), "{text}");
                assert_eq!(bytes, 4 * weights_len::<$name>(), "{text}");
            )*
        }
    };
}

counted! {
    Perceptron {
        input: [7]; fc1: Linear(7 -> 33); act: Tanh; fc2: Linear(33 -> 5);
    }
    Pooled {
        input: [3, 16, 16]; conv1: Conv2d(3 -> 5, kernel = 3, padding = same); norm1: BatchNorm2d(5); act1: Relu;
        pool1: MaxPool2d(2); conv2: Conv2d(5 -> 8, kernel = 3); act2: Silu; pool2: AvgPool2d(2); drop: Dropout(0.3);
        flat: Flatten; fc: Linear(_ -> 3);
    }
    Frozen {
        input: [4, 9]; norm: LayerNorm(axes = 1); #[frozen] first: Linear(9 -> 11); act: Gelu; head: Linear(11 -> 2);
        soft: Softmax;
    }
    Branches {
        input image: [2, 8, 8]; input token: [6] in 0..50;
        down: Conv2d(2 -> 4, kernel = 3, padding = 1); skip: Conv2d(2 -> 4, kernel = 1); embed: Embedding(50 -> 3);
        head: Linear(82 -> 4);
        fn forward(image, token) {
            let h = relu(down(image) + skip(image));
            let t = reshape(embed(token), [18]);
            (head(concat(flatten(max_pool2d(h, 2)), t)), h)
        }
    }
}

network! {
    struct Inner;
    input: [2, 10, 10];
    stem: parts::Stem; norm: BatchNorm2d(4); act: Silu; conv: Conv2d(4 -> 6, kernel = 3);
}

network! {
    struct Outer;
    input: [2, 10, 10];
    inner: Inner; pool: MaxPool2d(2); #[frozen] more: [Square; 2]; flat: Flatten; fc: Linear(_ -> 3);
}

network! {
    struct Square;
    input: [6, 4, 4];
    conv: Conv2d(6 -> 6, kernel = 3, padding = 1); norm: BatchNorm2d(6); act: Relu;
}

network! {
    /// `Outer`, with budgets that it meets to the byte.
    struct Exact;
    input: [2, 10, 10];
    inner: Inner; pool: MaxPool2d(2); #[frozen] more: [Square; 2]; flat: Flatten; fc: Linear(_ -> 3);
    memory <= OUTER_MEMORY B; flash <= OUTER_FLASH bytes; memory <= 1 MiB for 16;
}

const OUTER_MEMORY: usize = 4 * inference_len::<Outer>(1);
const OUTER_FLASH: usize = 4 * weights_len::<Outer>();

#[test]
fn exact_budgets_of_networks_in_networks() {
    // The frozen networks are in flash, too.
    const { assert!(OUTER_FLASH > 4 * Outer::PARAMETERS) };
    assert_eq!(4 * inference_len::<Exact>(1), OUTER_MEMORY);
    let memory = &mut vec![0.0; OUTER_MEMORY / 4];
    let weights = vec![0.0; OUTER_FLASH / 4];
    let (parameters, kept) = weights.split_at(Exact::PARAMETER_LEN);
    let weights =
        WeightsRef::<Exact>::from_slices(parameters, kept).expect("as long as the layout");
    assert!(nncore::tiny::Predictor::<Exact>::in_slice(weights, memory).is_ok());
    let memory = &mut vec![0.0; OUTER_MEMORY / 4 - 1];
    assert!(nncore::tiny::Predictor::<Exact>::in_slice(weights, memory).is_err());
}
