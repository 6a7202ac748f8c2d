//! Which kernels a profile names, and how often; their times are the device's.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use nncore::Element;
use nncore::custom::{Backward, Operation, Shaped, Sizes};
use nncore::prelude::*;
use nncuda::key::KernelKey;
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

/// `x / 2`
#[derive(Clone, Copy, Debug)]
struct Half;

impl<X: Shaped> Operation<X> for Half {
    const OUTPUT: Sizes = X::SHAPE;

    fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
        x.iter().zip(y).for_each(|(x, y)| *y = *x * T::from_f64(0.5));
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(d_x) = g.d_x else { return };
        g.d_y.iter().zip(d_x).for_each(|(d_y, d_x)| *d_x = *d_y * T::from_f64(0.5));
    }
}

network! {
    /// With operations that have no kernel: built in, and the user's own.
    struct OnHost;
    input: [1, 6, 6];
    conv: Conv2d(1 -> 2, kernel = 3);
    pad: Pad2d(1);
    again: Pad2d(2);
    half: Custom<Half>;
    flat: Flatten;
    fc: Linear(200 -> 3);
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

/// A device of its own, and a step of a trainer on it.
macro_rules! trained {
    ($Net:ident, |$device:ident, $step:ident| $work:expr) => {{
        drop(common::device());
        let $device = &Cuda::new(0).unwrap();
        let mut model = Model::<$Net, _>::init($device, Seed(3)).unwrap();
        let trainer = Trainer::new(&mut model, CrossEntropy::new(), Adam::new(0.01), Capacity(4));
        let mut trainer = trainer.unwrap();
        let x = Batch::from_vec((0..144).map(|i| (i % 13) as f32 / 13.0).collect()).unwrap();
        let y = Batch::from_vec(vec![0, 1, 2, 1]).unwrap();
        let $step = &mut || trainer.step(&x, &y).unwrap();
        $work
    }};
}

/// Calls `work` with a device of its own, and a step of a trainer on it.
fn with_step(work: impl FnOnce(&Cuda, &mut dyn FnMut() -> f32)) {
    trained!(Net, |device, step| work(device, step));
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
            let Some(KernelKey::Conv2dMaxPool2d { conv, .. }) = kernels[0].key else {
                panic!("{:?}", kernels[0].key)
            };
            assert_eq!((conv.in_channels, conv.out_channels), (1, 2));
            let line = kernels[1].to_string();
            assert!(line.starts_with("linear_gemv 18 -> 4 rows 4 bias Relu: 1 time, "), "{line}");
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

/// The lines of what ran on the host.
fn on_host(kernels: &[KernelTime]) -> Vec<&KernelTime> {
    kernels.iter().filter(|line| line.key.is_none()).collect()
}

#[test]
fn what_runs_on_the_host_has_lines_of_its_own() {
    trained!(OnHost, |device, step| {
        step();
        let (_, kernels) = device.profile(&mut *step).unwrap();
        let lines = on_host(&kernels);
        let named: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.calls)).collect();
        let expected = [
            ("pad2d (on the host)", 2),
            ("custom (on the host)", 2),
            ("pad2d_grad (on the host)", 2),
        ];
        assert_eq!(named, expected);
        for line in lines {
            assert!(line.microseconds > 0.0 && (line.elements, line.registers) == (0, 0));
            assert!(line.to_string().contains(" (on the host): 2 times, "), "{line}");
        }
        // In the order of the calls.
        assert_eq!(kernels[..2].iter().map(|k| k.key.is_some()).collect::<Vec<_>>(), [true, false]);
        step();
        assert_eq!(device.profile(|| ()).unwrap().1, []);
    });
    with_step(|device, step| {
        assert!(on_host(&device.profile(step).unwrap().1).is_empty());
    });
}
