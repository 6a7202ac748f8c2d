//! Ten training steps of the README's ConvNet against PyTorch's, in `f64` and `f32`, from
//! `tests/pytorch/convnet.safetensors`. Parameters and inputs come from a formula, which
//! `tools/pytorch/README.md` gives.
#![cfg(feature = "std")]

mod common;

use common::device;
use common::recorded::Recorded;
use common::tolerance::{Op, assert_close, assert_within, tolerance};
use nncore::device::Plain;
use nncore::prelude::*;
use nncore::{Element, Error};

network! {
    struct ConvNet;
    input: [3, 56, 56];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(32 -> 64, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat:  Flatten;
    fc1:   Linear(64*14*14 -> 128);
    relu3: Relu;
    fc2:   Linear(128 -> 10);
}

const STEPS: usize = 10;
const BATCH: usize = 8;
const SAMPLES: usize = 16;
const PIXELS: usize = 3 * 56 * 56;

/// The names of the tensors with the salts and fans of their formulas.
const TENSORS: [(&str, u32, f64); 8] = [
    ("conv1.weight", 3, 27.0),
    ("conv1.bias", 4, 27.0),
    ("conv2.weight", 5, 288.0),
    ("conv2.bias", 6, 288.0),
    ("fc1.weight", 7, 12544.0),
    ("fc1.bias", 8, 12544.0),
    ("fc2.weight", 9, 128.0),
    ("fc2.bias", 10, 128.0),
];

fn hash(salt: u32, i: usize) -> u32 {
    let mut h = (i as u32).wrapping_add(salt.wrapping_mul(0x9E37_79B9));
    h = (h ^ (h >> 16)).wrapping_mul(0x7FEB_352D);
    h = (h ^ (h >> 15)).wrapping_mul(0x846C_A68B);
    h ^ (h >> 16)
}

/// A number by its formula, rounded to `f32`.
fn value<T: Element>(salt: u32, i: usize, scale: f64) -> T {
    let value = (f64::from(hash(salt, i)) / 4_294_967_296.0 - 0.5) * scale;
    T::from_f64(f64::from(value as f32))
}

type Images<T> = Batch<Image<3, 56, 56>, T>;
type Labels<T> = Batch<ClassIndex<10>, T>;

/// The batch of a step.
fn batch<T: Element>(step: usize) -> Result<(Images<T>, Labels<T>), Error> {
    let first = (BATCH * step) % SAMPLES;
    let pixels = first * PIXELS..(first + BATCH) * PIXELS;
    let images = Batch::from_vec(pixels.map(|i| value(1, i, 4.0)).collect())?;
    let labels = Batch::from_vec((first..first + BATCH).map(|i| hash(2, i) % 10).collect())?;
    Ok((images, labels))
}

#[test]
fn the_formula_is_the_recorded_one() -> Result<(), Error> {
    assert_eq!([hash(1, 0), hash(1, 1), hash(7, 1_605_631)], [33350994, 2672842292, 3637540708]);
    assert_eq!(batch::<f64>(2)?.0.items()[0], -1.9689394235610962);
    assert_eq!(batch::<f64>(0)?.1.items(), [0, 4, 5, 5, 2, 4, 0, 5]);
    assert_eq!(batch::<f64>(1)?.1.items(), [6, 6, 2, 1, 8, 5, 6, 7]);
    Ok(())
}

/// Compares a tensor: whole, or where it was recorded; and the sums over all of it.
fn compare<T: Element>(recorded: &Recorded, op: Op, kind: &str, name: &str, found: &[T]) {
    let what = format!("{kind} of {name}");
    match recorded.find(&format!("convnet/positions/{name}")) {
        Some(positions) => {
            let sampled: Vec<T> = positions.values.iter().map(|&i| found[i as usize]).collect();
            let expected = recorded.values(&format!("convnet/{kind}_sampled/{name}"));
            assert_close(op, &what, &sampled, expected);
        }
        None => {
            assert_close(op, &what, found, recorded.values(&format!("convnet/{kind}/{name}")));
        }
    }
    let [sum, squares, most] = *recorded.values(&format!("convnet/{kind}_sums/{name}")) else {
        panic!("three sums of {name}");
    };
    let numbers = || found.iter().map(|x| x.to_f64());
    // Some sums cancel to nothing; their size is that of the numbers without signs.
    let size = (found.len() as f64 * squares).sqrt();
    let sums = [numbers().sum::<f64>() / size, numbers().map(|x| x * x).sum::<f64>() / squares];
    let limit = tolerance::<T>(op);
    assert_within::<f64>(limit, &format!("{op:?}: sums of the {what}"), &sums, &[sum / size, 1.0]);
    let largest = numbers().fold(0.0, |most: f64, x| most.max(x.abs()));
    assert_within::<f64>(limit, &format!("{op:?}: largest {what}"), &[largest], &[most]);
}

fn replay<T: Element + Plain>() -> Result<(), Error>
where
    Cpu<T>: Device<Element = T>,
{
    let recorded = Recorded::open("convnet");
    let mut model = Model::<ConvNet, _>::init(&device::<T>()?, Seed(1))?;
    assert_eq!(model.tensors().iter().map(|t| t.name).collect::<Vec<_>>(), TENSORS.map(|t| t.0));
    for (info, (name, salt, fan_in)) in model.tensors().iter().zip(TENSORS) {
        let scale = 2.0 / fan_in.sqrt();
        let values: Vec<T> = (0..info.shape.len()).map(|i| value(salt, i, scale)).collect();
        model.set_tensor(name, &values)?;
    }

    let optimizer = Sgd::new(0.01).momentum(0.9);
    let capacity = Capacity(BATCH);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), optimizer, capacity)?;
    let batches = [batch::<T>(0)?, batch::<T>(1)?];
    let mut losses = Vec::with_capacity(STEPS);
    for step in 0..STEPS {
        let (images, labels) = &batches[step % 2];
        losses.push(trainer.step(images, labels)?);
        if step == 0 {
            let logits = recorded.values("convnet/logits_first");
            assert_close(Op::ConvNetFirst, "first logits", trainer.output()?.items(), logits);
            for (name, ..) in TENSORS {
                let gradient = trainer.gradient(name)?;
                compare(&recorded, Op::ConvNetFirst, "grad", name, &gradient);
            }
        }
    }
    let expected = recorded.values("convnet/losses");
    assert_close(Op::ConvNetFirst, "first loss", &losses[..1], &expected[..1]);
    assert_close(Op::ConvNetLast, "losses", &losses, expected);
    for (name, ..) in TENSORS {
        let parameter = trainer.model().tensor(name)?;
        compare(&recorded, Op::ConvNetLast, "param", name, &parameter);
    }
    let logits = Predictor::new(&model, capacity)?.run(&batches[0].0)?;
    let expected = recorded.values("convnet/logits_last");
    assert_close(Op::ConvNetLast, "last logits", logits.items(), expected);
    Ok(())
}

#[test]
fn ten_steps_in_f64() -> Result<(), Error> {
    replay::<f64>()
}

#[test]
fn ten_steps_in_f32() -> Result<(), Error> {
    replay::<f32>()
}
