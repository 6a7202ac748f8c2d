//! ResNet-8 of MLPerf Tiny, with the weights of the benchmark: what Keras makes of four pictures, made here.
//!
//! ```text
//! cargo run --release -p resnet8
//! ```
#![no_std]
#![no_main]

use nncore::include_weights;
use nncore::metrics::largest;
use nncore::tiny::{self, Memory, Predictor, Weights};

#[path = "../../platform/mod.rs"]
mod platform;

use platform::{print, print_number, print_real};

nncore::network! {
    /// Layers are named as Keras names them, in the order of creation.
    struct ResNet8;
    input: [3, 32, 32];
    conv2d: Conv2d(3 -> 16, kernel = 3, padding = same);
    batch_normalization: BatchNorm2d(eps = 0.001);
    conv2d_1: Conv2d(16 -> 16, kernel = 3, padding = same);
    batch_normalization_1: BatchNorm2d(eps = 0.001);
    conv2d_2: Conv2d(16 -> 16, kernel = 3, padding = same);
    batch_normalization_2: BatchNorm2d(eps = 0.001);
    conv2d_3: Conv2d(16 -> 32, kernel = 3, stride = 2, padding = same);
    batch_normalization_3: BatchNorm2d(eps = 0.001);
    conv2d_4: Conv2d(32 -> 32, kernel = 3, padding = same);
    batch_normalization_4: BatchNorm2d(eps = 0.001);
    #[allow(dropped_rows)]
    conv2d_5: Conv2d(16 -> 32, kernel = 1, stride = 2);
    conv2d_6: Conv2d(32 -> 64, kernel = 3, stride = 2, padding = same);
    batch_normalization_5: BatchNorm2d(eps = 0.001);
    conv2d_7: Conv2d(64 -> 64, kernel = 3, padding = same);
    batch_normalization_6: BatchNorm2d(eps = 0.001);
    #[allow(dropped_rows)]
    conv2d_8: Conv2d(32 -> 64, kernel = 1, stride = 2);
    pool: GlobalAvgPool2d;
    dense: Linear(64 -> 10);
    fn forward(x) {
        let a = relu(batch_normalization(conv2d(x)));
        let h = relu(batch_normalization_1(conv2d_1(a)));
        let b = relu(batch_normalization_2(conv2d_2(h)) + a);
        let h = relu(batch_normalization_3(conv2d_3(b)));
        let c = relu(batch_normalization_4(conv2d_4(h)) + conv2d_5(b));
        let h = relu(batch_normalization_5(conv2d_6(c)));
        let d = relu(batch_normalization_6(conv2d_7(h)) + conv2d_8(c));
        softmax(dense(flatten(pool(d))))
    }
}

static WEIGHTS: Weights<ResNet8, { tiny::weights_len::<ResNet8>() }> =
    include_weights!("../weights.safetensors" for ResNet8);
static MEMORY: Memory<{ tiny::inference_len::<ResNet8>(1) }> = Memory::new();
static PIXELS: Memory<3072> = Memory::new();

/// Pictures of CIFAR-10's test set, (3, 32, 32) bytes each, and behind each ten bytes: the probabilities that Keras
/// gives, in 1/255.
static PICTURES: &[u8] = include_bytes!("../pictures.bin");

static CLASSES: [&str; 10] =
    ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/// Prints the class of each picture; how many are not what Keras says.
fn run() -> i32 {
    let (Some(memory), Some(pixels)) = (MEMORY.take(), PIXELS.take()) else { return -1 };
    let mut predictor = Predictor::<ResNet8>::new(&WEIGHTS, memory);
    print(b"working memory: ");
    print_number((4 * tiny::inference_len::<ResNet8>(1) / 1024) as u32);
    print(b" KiB\n");
    let mut mistakes = 0;
    for picture in PICTURES.chunks_exact(3082) {
        let Some((bytes, expected)) = picture.split_at_checked(3072) else { return -1 };
        for (x, byte) in pixels.iter_mut().zip(bytes) {
            *x = f32::from(*byte);
        }
        let Ok(probabilities) = predictor.run(pixels) else { return -1 };
        let class = largest(probabilities).unwrap_or(0);
        let probability = probabilities.get(class).copied().unwrap_or(0.0);
        print(CLASSES.get(class).map_or(b"", |name| name.as_bytes()));
        print(b" ");
        print_real(100.0 * probability);
        print(b" %\n");
        let far = |(found, expected): (&f32, &u8)| {
            (found - f32::from(*expected) / 255.0).abs() > 0.5 / 255.0 + 1e-4
        };
        mistakes += i32::from(probabilities.iter().zip(expected).any(far));
    }
    mistakes
}
