//! What is timed, and how.

use std::time::Instant;

use nncore::device::{Device, Store};
use nncore::network::Other;
use nncore::prelude::*;
use nncore::{Error, shape::OneInput};

use super::machine::Call;
use super::{Figure, KernelRow, Machine, Measured, Options, Peaks, Spread, Work, of_kernel};
use crate::{Mlp, inputs, labels};

network! {
    /// A product of 4096 x 4096 matrices, with a batch of as many.
    struct Product;
    input: [4096];
    fc: Linear(4096 -> 4096, bias = false);
}

network! {
    /// A small one.
    struct SmallProduct;
    input: [64];
    fc: Linear(64 -> 64, bias = false);
}

/// Calls before the first that counts: kernels are made, and passes recorded.
const WARM_UP: usize = 4;

/// One call, boxed.
type Boxed<'a> = Box<Call<'a>>;

/// What is timed.
struct Case<'a> {
    name: &'static str,
    what: String,
    batch: usize,
    /// The steps of a call; times are those of one.
    steps: usize,
    /// Whether it is about the kernel alone, and not what is copied for it.
    is_kernel: bool,
    call: Boxed<'a>,
}

/// A training step.
fn training<'a, N, D>(model: &'a mut Model<N, D>, batch: usize) -> Result<Boxed<'a>, Error>
where
    N: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    D: Device<Element = f32>,
{
    let (x, y) = (inputs::<N::Input>(batch), labels(batch));
    let mut trainer = Trainer::new(model, CrossEntropy::new(), Adam::new(0.001), Capacity(batch))?;
    Ok(Box::new(move || trainer.step(&x, &y).map(drop)))
}

/// So many training steps that are not waited for, then their mean loss.
fn queued<'a, N, D>(
    model: &'a mut Model<N, D>,
    batch: usize,
    steps: usize,
) -> Result<Boxed<'a>, Error>
where
    N: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    D: Device<Element = f32>,
{
    let (x, y) = (inputs::<N::Input>(batch), labels(batch));
    let mut trainer = Trainer::new(model, CrossEntropy::new(), Adam::new(0.001), Capacity(batch))?;
    Ok(Box::new(move || {
        (0..steps).try_for_each(|_| trainer.submit(&x, &y))?;
        trainer.take_mean_loss().map(drop)
    }))
}

/// An inference.
fn inference<'a, N, D, const C: usize>(
    model: &'a Model<N, D>,
    batch: usize,
) -> Result<Boxed<'a>, Error>
where
    N: Network<Input: OneInput, Output = Vector<C>>,
    D: Device<Element = f32>,
{
    let (x, mut out) = (inputs::<N::Input>(batch), Batch::zeros(batch));
    let mut predictor = Predictor::new(model, Capacity(batch))?;
    Ok(Box::new(move || predictor.run_into(&x, &mut out)))
}

/// The copy of a batch to the device, which is part of a step.
fn copy<S: Shape, M: Machine>(machine: &M, batch: usize) -> Result<Boxed<'_>, Error> {
    let x = inputs::<S>(batch);
    let mut buffer = machine.device().allocate::<f32>(x.items().len())?;
    Ok(Box::new(move || {
        machine.device().upload_at(&mut buffer, 0, x.items())?;
        machine.wait()
    }))
}

/// Times all cases with `C` as the ConvNet, and tells the kernels of its training step.
pub(super) fn measure<C, M>(
    machine: &M,
    options: &Options,
    say: &mut dyn FnMut(&str),
) -> Result<Measured, Error>
where
    C: Network<Input: OneInput, Output = Vector<10>, Ending = Other>,
    M: Machine,
{
    let (device, sizes) = (machine.device(), options.sizes());
    let convnet = || Model::<C, _>::init(device, Seed(1));
    let (mut some, mut many, mut row, still) = (convnet()?, convnet()?, convnet()?, convnet()?);
    let mlp = || Model::<Mlp, _>::init(device, Seed(1));
    let (mut mlp, mut mlp_row) = (mlp()?, mlp()?);
    // Only one of both is made: the large one takes seconds.
    let (large, small) = match options.is_quick {
        true => (None, Some(Model::<SmallProduct, _>::init(device, Seed(1))?)),
        false => (Some(Model::<Product, _>::init(device, Seed(1))?), None),
    };
    let queue = if options.is_quick { 3 } else { 50 };
    let mut cases = Vec::new();
    let mut add = |name: &'static str, what: &str, batch, call| {
        let (what, is_kernel) = (format!("{what}, batch {batch}"), name == "gemm");
        let steps = if name.ends_with("_queued") { queue } else { 1 };
        cases.push(Case { name, what, batch, steps, is_kernel, call });
    };
    let (n, step) = (sizes.some, "ConvNet, a training step with Adam");
    add("convnet_train", step, n, training(&mut some, n)?);
    let what = "ConvNet, one of many steps that are not waited for";
    add("convnet_train_queued", what, n, queued(&mut row, n, queue)?);
    add("convnet_train_many", step, sizes.many, training(&mut many, sizes.many)?);
    add("convnet_infer_one", "ConvNet, inference", 1, inference(&still, 1)?);
    add("convnet_infer", "ConvNet, inference", n, inference(&still, n)?);
    add("convnet_copy", "the copy of the ConvNet's input", n, copy::<C::Input, _>(machine, n)?);
    add("mlp_train", "784-128-10, a training step with Adam", n, training(&mut mlp, n)?);
    let what = "784-128-10, one of many steps that are not waited for";
    add("mlp_train_queued", what, n, queued(&mut mlp_row, n, queue)?);
    if let Some(model) = &large {
        let what = "the kernel of Linear(4096 -> 4096) without a bias";
        add("gemm", what, 4096, inference(model, 4096)?);
    }
    if let Some(model) = &small {
        add("gemm", "the kernel of Linear(64 -> 64) without a bias", 64, inference(model, 64)?);
    }
    say("warm-up: kernels are made, passes are recorded");
    for case in &mut cases {
        for _ in 0..WARM_UP {
            (case.call)()?;
        }
    }
    say(&format!("times: {} rounds of {} cases", options.rounds, cases.len()));
    let mut times = vec![Times::default(); cases.len()];
    for _ in 0..options.rounds {
        for (case, times) in cases.iter_mut().zip(&mut times) {
            round(machine, case, options.seconds, times)?;
        }
    }
    say("kernels: each launch alone");
    let repeats = if options.is_quick { 2 } else { 20 };
    let peaks = machine.peaks();
    let (mut figures, mut of_step) = (Vec::new(), Vec::new());
    for (case, times) in cases.iter_mut().zip(&times) {
        let rows = kernels(machine, case, repeats, &peaks)?;
        figures.push(figure(case, times, &rows, &peaks));
        if case.name == "convnet_train" {
            of_step = rows;
        }
    }
    Ok((figures, of_step))
}

/// The milliseconds of a call, round by round.
#[derive(Clone, Default)]
struct Times {
    wall: Vec<f64>,
    device: Vec<f64>,
}

/// A round of a case: calls by the wall clock, then as many by the device's.
fn round<M: Machine>(
    machine: &M,
    case: &mut Case<'_>,
    seconds: f64,
    times: &mut Times,
) -> Result<(), Error> {
    let (start, mut calls) = (Instant::now(), 0);
    while calls == 0 || start.elapsed().as_secs_f64() < seconds {
        (case.call)()?;
        calls += 1;
    }
    let each = |sum: f64, calls: u32| sum / f64::from(calls) / case.steps as f64;
    times.wall.push(each(1e3 * start.elapsed().as_secs_f64(), calls));
    let (mut sum, mut timed) = (0.0, 0);
    for _ in 0..calls {
        let time = match case.is_kernel {
            true => machine
                .kernels(&mut *case.call)?
                .map(|all| all.iter().map(|kernel| kernel.microseconds / 1e3).sum()),
            false => machine.milliseconds(&mut *case.call)?,
        };
        let Some(time) = time else { break };
        sum += time;
        timed += 1;
    }
    if timed > 0 {
        times.device.push(each(sum, timed));
    }
    Ok(())
}

/// The kernels of one call, as the mean of several.
fn kernels<M: Machine>(
    machine: &M,
    case: &mut Case<'_>,
    repeats: usize,
    peaks: &Peaks,
) -> Result<Vec<KernelRow>, Error> {
    let mut all = || (0..repeats).try_for_each(|_| (case.call)());
    let Some(kernels) = machine.kernels(&mut all)? else { return Ok(Vec::new()) };
    let sum: f64 = kernels.iter().map(|kernel| kernel.microseconds).sum();
    let mean = |x: f64| x / (repeats * case.steps) as f64;
    let row = |kernel: &nncuda::KernelTime| {
        let work = of_kernel(kernel);
        let work = Work { flops: work.flops.map(mean), bytes: work.bytes.map(mean) };
        KernelRow {
            name: kernel.name.clone(),
            key: kernel.key.map_or_else(|| kernel.name.clone(), |key| key.to_string()),
            calls: mean(kernel.calls as f64),
            microseconds: mean(kernel.microseconds),
            share: if sum > 0.0 { kernel.microseconds / sum } else { 0.0 },
            registers: kernel.registers,
            floor: peaks.floor(&work),
            work,
        }
    };
    let mut rows: Vec<KernelRow> = kernels.iter().map(row).collect();
    rows.sort_by(|a, b| b.microseconds.total_cmp(&a.microseconds));
    Ok(rows)
}

fn figure(case: &Case<'_>, times: &Times, rows: &[KernelRow], peaks: &Peaks) -> Figure {
    let work = rows.iter().fold(Work::default(), |sum, row| sum.plus(row.work));
    let is_empty = rows.is_empty();
    Figure {
        name: case.name.to_owned(),
        what: case.what.clone(),
        batch: case.batch,
        wall: Spread::of(&times.wall).unwrap_or_default(),
        device: Spread::of(&times.device),
        kernels: (!is_empty).then(|| rows.iter().map(|row| row.microseconds / 1e3).sum()),
        floor: peaks.floor(&work),
        work,
    }
}
