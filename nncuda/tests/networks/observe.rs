//! Runs compiled networks on a device, and notes down what they compute.

use nncore::Error;
use nncore::device::{
    Base, Device, Pass, PassKind, Region, Space, StepState, Tensors, WorkspaceNeeds, border,
};
use nncore::network::Network;
use nncore::random::{Purpose, Random, Seed, Stream};
use nncore::shape::Inputs;
use nncore::tensor::Role;

/// What a run of a network needs.
pub(crate) struct Data {
    pub(crate) batch: usize,
    pub(crate) seed: u64,
    /// One block an input; integers are whole numbers.
    inputs: Vec<Vec<f32>>,
    /// The gradients of the outputs.
    d_outputs: Vec<Vec<f32>>,
    /// The tensors, in the order of the declaration.
    tensors: Vec<Vec<f32>>,
}

/// What a pass computes.
#[derive(Debug, PartialEq)]
pub(crate) struct Passed {
    pub(crate) outputs: Vec<f32>,
    pub(crate) inferred: Vec<f32>,
    /// By tensor: of a trained one its gradient, of another what is there behind the pass.
    pub(crate) tensors: Vec<(&'static str, Vec<f32>)>,
}

/// Nearly normal with mean 0 and variance 1; or a whole number from -2 to 2.
fn number(random: &mut Random, whole: bool) -> f32 {
    if whole {
        return random.below(5) as f32 - 2.0;
    }
    (0..12).map(|_| random.uniform_f32()).sum::<f32>() - 6.0
}

/// Numbers of the size that training has, or small whole ones.
pub(crate) fn data<N: Network>(batch: usize, whole: bool, seed: u64) -> Data {
    let mut random = Stream::new(Seed(seed), Purpose::Data, 7, 7).cursor();
    let mut numbers = |n: usize, scale: f32| -> Vec<f32> {
        (0..n).map(|_| if whole { 1.0 } else { scale } * number(&mut random, whole)).collect()
    };
    let tensors = N::TENSORS.iter().map(|t| {
        let len = t.shape.len();
        let plus = |a: f32, v: Vec<f32>| v.iter().map(|x| a + x).collect::<Vec<_>>();
        match t.role {
            Role::Weight { fan_in, .. } => numbers(len, 1.0 / (fan_in as f32).sqrt()),
            Role::Scale => plus(1.0, numbers(len, 0.3)),
            Role::RunningVariance => numbers(len, 0.3).iter().map(|x| 0.5 + x.abs()).collect(),
            Role::Embedding => numbers(len, 1.0),
            Role::Bias { .. } | Role::Shift | Role::RunningMean => numbers(len, 0.5),
        }
    });
    let tensors = tensors.collect();
    let inputs = N::INPUTS.iter().map(|r| {
        let values = numbers(batch * r.len, 1.0);
        let small = |x: &f32| (x.abs() * 64.0).round() % 5.0; // below every limit
        if r.space == Space::Integer { values.iter().map(small).collect() } else { values }
    });
    let inputs = inputs.collect();
    let d_outputs = N::OUTPUT_SHAPES.iter().map(|o| numbers(batch * o.len(), 1.0)).collect();
    Data { batch, seed: 11 + seed, inputs, d_outputs, tensors }
}

/// Inference, then forward and backward three times: on a device that records passes these run call by call, recorded,
/// and replayed. Memory is full of NaN ahead of each.
pub(crate) fn pass<N: Network, D: Device<Element = f32>>(
    device: &D,
    data: &Data,
) -> Result<Passed, Error> {
    let (mut parameters, mut kept) = (vec![0.0; N::PARAMETER_LEN], vec![0.0; N::BUFFER_LEN]);
    for (tensor, values) in N::TENSORS.iter().zip(&data.tensors) {
        let all = if tensor.is_kept() { &mut kept } else { &mut parameters };
        all[tensor.range()].copy_from_slice(values);
    }
    let mut device_parameters = device.allocate(N::PARAMETER_LEN)?;
    device.upload(&mut device_parameters, &parameters)?;
    let mut device_kept = device.allocate(N::BUFFER_LEN)?;
    let (mut outputs, mut inferred, mut tensors) = (Vec::new(), Vec::new(), Vec::new());
    for training in [false, true] {
        let memory = if training { N::TRAINING } else { N::INFERENCE };
        let capacity = data.batch + 1;
        let needs = WorkspaceNeeds {
            capacity,
            memory,
            border: border(N::OUTPUT_SHAPES, training),
            input: N::Input::LEN,
            integers: N::Input::INTEGERS,
            target: 0,
            labels: 0,
            gradients: if training { N::PARAMETER_LEN } else { 0 },
            flops: N::COST.flops,
        };
        let mut workspace = device.workspace(&needs)?;
        let base = Base::alone(N::INPUTS, N::OUTPUT_SHAPES, memory.arena, training);
        let gradients = base.output_gradients();
        let mut seen: Option<(Vec<f32>, Vec<_>)> = None;
        for run in 0..3 {
            device.upload(&mut device_kept, &kept)?;
            device.upload(
                &mut workspace.arena,
                &vec![f32::NAN; (memory.arena + needs.border) * capacity],
            )?;
            device.upload(&mut workspace.statistic, &vec![f32::NAN; memory.statistic])?;
            device.upload(&mut workspace.gradients, &vec![f32::NAN; needs.gradients])?;
            for (region, values) in N::INPUTS.iter().zip(&data.inputs) {
                let at = region.offset * capacity;
                match region.space {
                    Space::Integer => {
                        let values: Vec<u32> = values.iter().map(|x| *x as u32).collect();
                        device.upload_at(&mut workspace.integers, at, &values)?;
                    }
                    _ => device.upload_at(&mut workspace.input, at, values)?,
                }
            }
            for (region, d) in gradients.iter().zip(&data.d_outputs).filter(|_| training) {
                device.upload_at(&mut workspace.arena, region.offset * capacity, d)?;
            }
            let state = StepState {
                batch: data.batch,
                step: 3,
                seed: data.seed,
                learning_rate: 0.0,
                is_deferred: false,
            };
            let mut pass = Pass {
                device,
                workspace: &mut workspace,
                parameters: Tensors::Shared(&device_parameters),
                kept: Tensors::Exclusive(&mut device_kept),
                update: None,
                base,
                state,
                fault: None,
                loss: 0.0,
            };
            let kind = if training { PassKind::Training } else { PassKind::Inference };
            D::run(&mut pass, kind, |pass| {
                if training {
                    N::forward(pass);
                    N::backward::<D, false>(pass);
                } else {
                    N::infer(pass);
                }
            });
            D::end_step(&mut pass)?;
            let mut out = Vec::new();
            for region in &base.outputs()[..N::OUTPUT_SHAPES.len()] {
                out.extend(samples(device, &workspace, *region, data.batch)?);
            }
            let mut now = Vec::new();
            for tensor in N::TENSORS.iter().filter(|_| training) {
                let mut values = vec![0.0; tensor.shape.len()];
                let buffer = if tensor.is_kept() { &device_kept } else { &workspace.gradients };
                device.download(buffer, tensor.offset, &mut values)?;
                now.push((tensor.name, values));
            }
            let found = (out, now);
            let bits = |(out, now): &(Vec<f32>, Vec<(&str, Vec<f32>)>)| -> Vec<u32> {
                let all = out.iter().chain(now.iter().flat_map(|(_, values)| values));
                all.map(|x| x.to_bits()).collect()
            };
            if let Some(seen) = &seen {
                let first = bits(seen).iter().zip(bits(&found)).position(|(a, b)| *a != b);
                assert_eq!(
                    first,
                    None,
                    "two runs give the same bits: element {first:?} in run {run}, training: {training}, {}",
                    N::NAME
                );
            }
            seen = Some(found);
        }
        let (out, now) = seen.expect("three runs");
        if training {
            (outputs, tensors) = (out, now);
        } else {
            inferred = out;
        }
    }
    Ok(Passed { outputs, inferred, tensors })
}

/// What lies in a region that lies sample by sample.
fn samples<D: Device<Element = f32>>(
    device: &D,
    workspace: &nncore::device::Workspace<D>,
    region: Region,
    batch: usize,
) -> Result<Vec<f32>, Error> {
    let mut values = vec![0.0; region.len * batch];
    let buffer = match region.space {
        Space::Input => &workspace.input,
        _ => &workspace.arena,
    };
    device.download(buffer, region.offset * workspace.capacity, &mut values)?;
    Ok(values)
}
