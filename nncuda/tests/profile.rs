//! Which kernels a profile names, and how often; their times are the device's.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use nncore::prelude::*;
use nncuda::{Cuda, KernelTime};

network! {
    struct Net;
    input: [1, 6, 6];
    conv: Conv2d(1 -> 2, kernel = 3, padding = 1);
    relu: Relu;
    pool: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(18 -> 4);
    act: Relu;
    fc2: Linear(4 -> 3);
}

/// The kernels of a training step in the order of their first launches, with their calls.
const STEP: [(&str, usize); 17] = [
    ("conv2d_max_pool2d", 1),
    ("linear_gemv", 1),
    ("linear_gemv", 1),
    ("cross_entropy_terms", 1),
    ("cross_entropy_mean", 1),
    ("cross_entropy_grad", 1),
    ("linear_grad_bias", 1),
    ("linear_grad_weight", 1),
    ("linear_grad_input", 1),
    ("activation_grad", 2),
    ("linear_grad_bias", 1),
    ("linear_grad_weight", 1),
    ("linear_grad_input", 1),
    ("max_pool2d_grad", 1),
    ("conv2d_grad_bias", 1),
    ("conv2d_grad_weight", 1),
    ("update", 1),
];

fn named(kernels: &[KernelTime]) -> Vec<(&str, usize)> {
    kernels.iter().map(|kernel| (kernel.name.as_str(), kernel.calls)).collect()
}

/// Calls `work` with a device of its own, and a step of a trainer on it.
fn with_step(work: impl FnOnce(&Cuda, &mut dyn FnMut() -> f32)) {
    drop(common::device());
    let device = Cuda::new(0).unwrap();
    let mut model = Model::<Net, _>::init(&device, Seed(3)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), Adam::new(0.01), Capacity(4)).unwrap();
    let x = Batch::from_vec((0..144).map(|i| (i % 13) as f32 / 13.0).collect()).unwrap();
    let y = Batch::from_vec(vec![0, 1, 2, 1]).unwrap();
    work(&device, &mut || trainer.step(&x, &y).unwrap());
}

#[test]
fn a_step_is_named_kernel_by_kernel_and_its_numbers_stay() {
    let mut expected = Vec::new();
    with_step(|_, step| expected.extend((0..6).map(|_| step())));
    with_step(|device, step| {
        let mut losses = Vec::new();
        for i in 0..6 {
            // Before it was recorded, and after.
            if i != 1 && i != 4 {
                losses.push(step());
                continue;
            }
            let (loss, kernels) = device.profile(&mut *step).unwrap();
            losses.push(loss);
            assert_eq!(named(&kernels), STEP);
            assert!(kernels.iter().all(|k| k.microseconds >= 0.0 && k.registers > 0));
            let gradients = kernels.iter().find(|k| k.name == "activation_grad").unwrap();
            assert_eq!(gradients.elements, 4 * (18 + 4));
            assert!(kernels[0].key.contains("out_channels: 2"), "{}", kernels[0].key);
        }
        assert_eq!(losses, expected);
    });
}

#[test]
fn nothing_is_kept_without_a_profile() {
    with_step(|device, step| {
        step();
        let (number, kernels) = device.profile(|| 7).unwrap();
        assert_eq!((number, kernels.as_slice()), (7, &[][..]));
        let panics = || device.profile(|| -> () { panic!("the work's own") });
        assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
        step();
        assert_eq!(device.profile(|| ()).unwrap().1, []);
    });
}
