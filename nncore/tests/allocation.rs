//! What a step of training and a prediction allocate: nothing, but for the packing buffer that
//! matrixmultiply makes in each call. And how many bytes a trainer takes. One test, since the counters are
//! those of the process.
#![cfg(feature = "threads")]

mod training;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};

use nncore::device::{Store, WorkspaceNeeds};
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe};
use training::{Mlp, SmallConv, TenClasses, inputs, labels};

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicIsize = AtomicIsize::new(0);

fn count(layout: Layout) {
    ALLOCATIONS.fetch_add(1, Ordering::SeqCst);
    BYTES.fetch_add(layout.size() as isize, Ordering::SeqCst);
}

// SAFETY: everything is passed on to the system's allocator. `realloc` is the trait's own, through these.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout);
        // SAFETY: the caller's promise.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size() as isize, Ordering::SeqCst);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(f: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.load(Ordering::SeqCst);
    f();
    ALLOCATIONS.load(Ordering::SeqCst) - before
}

/// Asserts that `f` makes so many allocations each time it runs. A thread allocates while it starts, which
/// may be late: two runs of ten may make more.
fn each_makes(expected: usize, what: &str, mut f: impl FnMut()) {
    f(); // the first run fills what is made once
    let counts: Vec<usize> = (0..10).map(|_| allocations(&mut f)).collect();
    let same = counts.iter().filter(|n| **n == expected).count();
    let fewer = counts.iter().any(|n| *n < expected);
    println!("{what}: {expected} allocations a run");
    assert!(same >= 8 && !fewer, "{what}: {counts:?}, not {expected}");
}

fn device(threads: usize, strict: bool) -> Cpu {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

network! {
    /// Every kind of layer, and no product of matrices that goes through matrixmultiply, yet large
    /// enough for threads.
    struct Small;
    input: [4, 24, 24];
    norm1: BatchNorm2d;
    conv1: Conv2d(4 -> 4, kernel = 3, padding = 1);
    relu: Relu;
    pool: MaxPool2d(2);
    conv2: Conv2d(4 -> 4, kernel = 3, padding = 1);
    act: Gelu;
    rows: LayerNorm;
    drop: Dropout(0.2);
    depth: Conv2d(4 -> 8, kernel = 5, groups = depthwise);
    soft: Softmax(axis = 2);
    avg: AvgPool2d(2);
    global: GlobalAvgPool2d;
    flat: Flatten;
    norm2: BatchNorm1d;
    fc: Linear(8 -> 10);
}

const BATCH: usize = 40;

/// The limits of the same names in `kernels::gemm`; who measures better ones there changes these too.
const NARROW: usize = 64;
const DEEP: usize = 8;
const SMALL: usize = 16 * 16 * 16;

/// Whether this machine has AVX2 and FMA, and whether it has AVX-512: with the former no convolution goes through
/// matrixmultiply, with the latter no product at all.
fn vectors() -> [bool; 2] {
    #[cfg(target_arch = "x86_64")]
    {
        let fused = std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma");
        let wide =
            std::is_x86_feature_detected!("avx512f") && std::is_x86_feature_detected!("avx512vl");
        return [fused || wide, wide];
    }
    #[allow(unreachable_code)]
    [false, false]
}

/// Allocations of one product (m, k) · (k, n), by the rules that `kernels::gemm` states: 0 for our own
/// loops, which take small products, and those of few rows or columns whose operands both lie along k; else 1
/// for each part that a thread may take.
fn product(threads: usize, [m, k, n]: [usize; 3], along_k: bool) -> usize {
    let dot = along_k && m.min(n) <= NARROW && k >= (DEEP * m.min(n)).max(32);
    if vectors()[1] || dot || m.min(n) < 4 || m * k * n < SMALL {
        return 0;
    }
    let flops = 2 * m * k * n;
    if threads == 1 || flops < 1_000_000 {
        return 1;
    }
    let parts = (flops / 500_000).clamp(1, 32);
    let long = m.max(n);
    long.div_ceil(long.div_ceil(parts).next_multiple_of(64))
}

/// The products of a linear layer: forward, and backward by the weight and, where it is wanted, by the
/// input.
fn linear(threads: usize, batch: usize, [inputs, outputs]: [usize; 2], input: bool) -> [usize; 2] {
    let forward = product(threads, [batch, inputs, outputs], true);
    let by_weight = product(threads, [outputs, batch, inputs], false);
    let by_input = product(threads, [batch, outputs, inputs], false);
    [forward, by_weight + if input { by_input } else { 0 }]
}

/// The same of a convolution, whose products are one a sample, on one thread.
fn conv(batch: usize, [inputs, outputs, pixels]: [usize; 3], input: bool) -> [usize; 2] {
    if vectors()[0] {
        return [0, 0];
    }
    let patch = 9 * inputs; // kernels of 3 by 3
    let forward = product(1, [outputs, patch, pixels], false);
    let by_weight = product(1, [outputs, pixels, patch], true);
    let by_input = product(1, [patch, outputs, pixels], false);
    [batch * forward, batch * (by_weight + if input { by_input } else { 0 })]
}

/// Allocations of `SmallConv`, forward and backward.
fn small_conv(threads: usize, batch: usize) -> [usize; 2] {
    let layers = [
        conv(batch, [3, 20, 16 * 16], false),
        conv(batch, [20, 36, 8 * 8], true),
        linear(threads, batch, [36 * 4 * 4, 64], true),
        linear(threads, batch, [64, 10], true),
    ];
    layers.iter().fold([0, 0], |sum, layer| [sum[0] + layer[0], sum[1] + layer[1]])
}

/// Steps of training make `training` allocations each, predictions `inference`.
fn check<N, O>(device: &Cpu, optimizer: O, training: usize, inference: usize)
where
    N: TenClasses,
    O: Optimizer,
{
    let what = format!("{} on {} threads", N::NAME, device.threads());
    let (x, y) = (inputs(BATCH, 1), labels(BATCH, 2));
    let mut model = Model::<N, _>::init(device, Seed(1)).expect("a model");
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(BATCH)).expect("memory");
    each_makes(training, &format!("step of {what}"), || {
        trainer.step(&x, &y).expect("a step");
    });
    let mut predictor = Predictor::new(&model, Capacity(BATCH)).expect("memory");
    let mut out = Batch::zeros(BATCH);
    each_makes(inference, &format!("prediction of {what}"), || {
        predictor.run_into(&x, &mut out).expect("outputs");
    });
    each_makes(inference, &format!("evaluation of {what}"), || {
        predictor.evaluate(&x, &y, &CrossEntropy::new()).expect("a loss");
    });
}

#[test]
fn steps_and_predictions_allocate_what_is_known() {
    assert_ne!(allocations(|| drop(vec![1_u8; 10])), 0, "the counter counts");
    for threads in [1, 2] {
        let (native, strict) = (device(threads, false), device(threads, true));
        check::<Small, _>(&native, Sgd::new(0.01).momentum(0.9).clip_norm(1.0), 0, 0);
        check::<Small, _>(&native, Adam::new(0.01).clip_value(1.0), 0, 0);
        check::<Small, _>(&strict, RmsProp::new(0.01).momentum(0.5).centered(true), 0, 0);
        let [forward, backward] = small_conv(threads, BATCH);
        if !vectors()[0] {
            assert!(forward >= 2 * BATCH && backward >= BATCH, "{forward} {backward}");
        }
        check::<SmallConv, _>(&native, Sgd::new(0.01), forward + backward, forward);
        check::<SmallConv, _>(&strict, Sgd::new(0.01), 0, 0);
        check::<Mlp, _>(&strict, AdamW::new(0.01), 0, 0);
    }
    tiny();
    bytes::<Small>(2, 1);
    bytes::<SmallConv>(1, 1);
    bytes::<SmallConv>(2, 16);
    bytes::<Mlp>(2, 64);
}

struct Training;

impl Recipe<Small> for Training {
    type Loss = CrossEntropy;
    const LOSS: CrossEntropy = CrossEntropy::new();
    const OPTIMIZER: Rule = Adam::new(0.01).clip_norm(1.0).into_rule();
}

/// The device that needs no allocator asks none, from beginning to end.
fn tiny() {
    let (x, y) = (inputs::<<Small as Network>::Input, f32>(BATCH, 1), labels::<f32>(BATCH, 2));
    let mut memory = vec![0.0; tiny::training_len::<Small, Training>(BATCH)];
    let mut room = vec![0.0; tiny::inference_len::<Small>(BATCH)];
    let made = allocations(|| {
        let trainer = tiny::Trainer::<Small, Training, BATCH>::init_in_slice(&mut memory, Seed(1));
        let mut trainer = trainer.expect("memory");
        trainer.step(x.items(), y.items()).expect("a step");
        let weights = trainer.weights();
        let predictor = tiny::Predictor::<Small, BATCH>::in_slice(weights, &mut room);
        predictor.expect("memory").run(x.items()).expect("outputs");
    });
    assert_eq!(made, 0, "of the tiny device");
}

fn live() -> isize {
    BYTES.load(Ordering::SeqCst)
}

/// The bytes of a model with its trainer or predictor are those that the network's constants tell, but for
/// 5 % and the device's scratch. The constants count a piece of one sample; the device's pieces, of more
/// samples and one a thread, lie in its scratch.
fn bytes<N: TenClasses>(threads: usize, capacity: usize) {
    let device = device(threads, false);
    let before = live();
    let mut model = Model::<N, _>::init(&device, Seed(1)).expect("a model");
    let predictor = Predictor::new(&model, Capacity(capacity)).expect("memory");
    let found = live() - before - scratch::<N>(&device, capacity, false);
    near(found, network::inference_bytes::<N>(capacity), N::NAME);
    drop(predictor);
    let optimizer = Adam::new(0.1);
    let trainer = Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(capacity));
    let found = live() - before - scratch::<N>(&device, capacity, true);
    near(found, network::training_bytes::<N>(capacity, 2), N::NAME);
    drop(trainer);
    drop(model);
    // A thread gives back some bytes of its own when it has started.
    let left = live() - before;
    assert!(left.abs() < 256, "{}: {left} bytes are not given back", N::NAME);
}

fn near(found: isize, told: usize, name: &str) {
    let share = found as f64 / told as f64;
    println!("{name}: {found} bytes, told {told}");
    assert!((share - 1.0).abs() < 0.05, "{name}: {found} bytes, told {told}");
}

/// The bytes of the device's scratch, less what the constants count of it.
fn scratch<N: Network>(device: &Cpu, capacity: usize, training: bool) -> isize {
    let needs = WorkspaceNeeds {
        capacity,
        memory: if training { N::TRAINING } else { N::INFERENCE },
        border: 0,
        input: 0,
        integers: 0,
        target: 0,
        labels: 0,
        gradients: 0,
        flops: N::COST.flops,
    };
    let scratch = device.workspace(&needs).expect("memory").scratch;
    4 * (scratch.as_slice().len() as isize - needs.memory.local as isize)
}
