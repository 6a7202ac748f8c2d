//! Products of few blocks, and sums of few channels, go in parts on a GPU: beside the CPU, and with the same bits each time.

mod common;

use nncore::device::Device;
use nncore::prelude::*;
use nncuda::KernelTime;

network! {
    /// Long sums, and few of them.
    struct Net;
    input: [1, 64, 64];
    conv1: Conv2d(1 -> 3, kernel = 1, bias = false);
    norm: BatchNorm2d;
    pool: MaxPool2d(8);
    conv2: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    conv3: Conv2d(32 -> 32, kernel = 3, padding = 1);
    gelu: Gelu;
    flat: Flatten;
    fc1: Linear(2048 -> 300);
    relu2: Relu;
    fc2: Linear(300 -> 4);
    fc3: Linear(16 -> 4);

    fn forward(x) {
        let h = gelu(conv3(relu1(conv2(pool(norm(conv1(x)))))));
        let rows = reshape(h, [4, 512]);
        let products = matmul(rows, rows, transpose_b = true) / 64.0;
        fc2(relu2(fc1(flat(h)))) + fc3(reshape(products, [16]))
    }
}

const BATCH: usize = 10;

fn images() -> Batch<Image<1, 64, 64>> {
    let number = |i: usize| (i * 7919 % 1009) as f32 / 504.5 - 1.0;
    Batch::from_vec((0..BATCH * 64 * 64).map(number).collect()).expect("whole samples")
}

/// What steps of training leave, each run by `step`: losses, then tensors.
fn trained<D: Device<Element = f32>>(
    device: &D,
    steps: usize,
    mut step: impl FnMut(&mut dyn FnMut() -> f32) -> f32,
) -> Vec<Vec<f32>> {
    let mut model = Model::<Net, _>::init(device, Seed(4)).expect("a model");
    let labels = Batch::from_vec((0..BATCH as u32).map(|i| i % 4).collect()).expect("labels");
    let trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.05), Capacity(BATCH));
    let mut trainer = trainer.expect("a trainer");
    let mut left = vec![Vec::new()];
    for _ in 0..steps {
        left[0].push(step(&mut || trainer.step(&images(), &labels).expect("a step")));
    }
    drop(trainer);
    left.extend(Net::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()));
    left
}

/// Runs a step, and notes down its kernels.
fn profiled(step: &mut dyn FnMut() -> f32) -> (f32, Vec<KernelTime>) {
    common::cuda().profile(step).expect("a profile")
}

#[test]
fn sums_in_parts_are_those_of_the_cpu() {
    let mut kernels = Vec::new();
    let found = trained(&common::cuda(), 1, |step| {
        let (loss, of_step) = profiled(step);
        kernels = of_step;
        loss
    });
    let cpu = Cpu::with_threads(1).expect("a thread");
    let expected = trained(&cpu, 1, |step| step());
    for (i, (found, expected)) in found.iter().zip(&expected).enumerate() {
        let scale = expected.iter().fold(1e-3f32, |m, x| m.max(x.abs()));
        for (f, e) in found.iter().zip(expected) {
            assert!((f - e).abs() <= 2e-5 * scale, "{i}: {f}, not {e}\n{}", common::fault());
        }
    }
    let names: Vec<&str> = kernels.iter().map(|kernel| kernel.name.as_str()).collect();
    for name in [
        "conv2d_parts",
        "conv2d_grad_input_parts",
        "linear_parts",
        "linear_grad_input_parts",
        "matmul_parts",
        "batch_norm_statistics_of_parts",
        "batch_norm_grad_parameters_of_parts",
    ] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

/// Call by call, recorded, and replayed.
#[test]
fn two_trainings_give_the_same_bits() {
    let run = || trained(&common::cuda(), 3, |step| step());
    assert_eq!(run(), run());
}
