//! Runs compiled networks and notes down what they compute.

use nncore::device::{
    Base, Device, Pass, Region, Space, StepState, Tensors, WorkspaceNeeds, border,
};
use nncore::network::Network;
use nncore::prelude::*;
use nncore::shape::Inputs;
use nncore::{CpuBuffer, Error};

/// What a run of a network needs.
pub(crate) struct Data {
    pub(crate) batch: usize,
    pub(crate) capacity: usize,
    pub(crate) seed: u64,
    pub(crate) learning_rate: f64,
    pub(crate) momentum: f64,
    /// One block an input; integers are whole numbers.
    pub(crate) inputs: Vec<Vec<f64>>,
    pub(crate) target: Vec<f64>,
    /// The gradients of the outputs for [`pass`].
    pub(crate) d_outputs: Vec<Vec<f64>>,
    /// The tensors, in the order of the declaration.
    pub(crate) tensors: Vec<Vec<f64>>,
}

/// One step of training.
pub(crate) struct Step {
    pub(crate) loss: f64,
    pub(crate) output: Vec<f64>,
    /// By tensor; `None` for running statistics.
    pub(crate) gradients: Vec<Option<Vec<f64>>>,
    /// The tensors behind the step.
    pub(crate) tensors: Vec<Vec<f64>>,
}

/// What a trainer and a predictor compute.
pub(crate) struct Observed {
    pub(crate) steps: Vec<Step>,
    /// The output of an inference behind the steps.
    pub(crate) inferred: Vec<f64>,
    /// The loss of an evaluation of the same batch.
    pub(crate) evaluated: f64,
}

/// One pass forward and backward.
#[derive(Debug, PartialEq)]
pub(crate) struct Passed {
    pub(crate) output: Vec<f64>,
    pub(crate) gradients: Vec<Option<Vec<f64>>>,
    /// An inference over memory full of NaN.
    pub(crate) inferred: Vec<f64>,
}

/// Two steps of SGD with momentum on one batch, then an inference.
pub(crate) fn observe<N>(device: &Cpu<f64>, data: &Data) -> Result<Observed, Error>
where
    N: Network<Input: OneInput<f64>, Output: OneOutput<f64>>,
{
    let mut model = Model::<N, _>::init(device, Seed(0))?;
    for (tensor, values) in N::TENSORS.iter().zip(&data.tensors) {
        assert!(model.set_tensor(tensor.name, values)?, "{}", tensor.name);
    }
    let input = Batch::<N::Input, f64>::new(data.inputs[0].clone())?;
    let target = Batch::<N::Output, f64>::new(data.target.clone())?;
    let sgd = Sgd::new(data.learning_rate).momentum(data.momentum);
    let capacity = Capacity(data.capacity);
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, capacity)?;
    trainer = trainer.seed(Seed(data.seed));
    let mut steps = Vec::new();
    for _ in 0..2 {
        let loss = trainer.step(&input, &target)?;
        let mut step = Step {
            loss,
            output: trainer.output()?.items().to_vec(),
            gradients: Vec::new(),
            tensors: Vec::new(),
        };
        for tensor in N::TENSORS {
            step.gradients.push(trainer.gradient(tensor.name)?);
            step.tensors.push(trainer.model().tensor(tensor.name)?.expect("a tensor"));
        }
        steps.push(step);
    }
    let mut predictor = Predictor::new(&model, capacity)?;
    let inferred = predictor.run(&input)?.items().to_vec();
    let evaluated = predictor.evaluate(&input, &target, &MeanSquaredError)?;
    Ok(Observed { steps, inferred, evaluated })
}

fn filled(values: &[f64], len: usize, device: &Cpu<f64>) -> Result<CpuBuffer<f64>, Error> {
    let mut buffer = device.allocate(len)?;
    device.upload(&mut buffer, values)?;
    Ok(buffer)
}

/// A pass by hand, over memory in which everything that was not written is NaN.
pub(crate) fn pass<N: Network>(device: &Cpu<f64>, data: &Data) -> Result<Passed, Error> {
    let (mut parameters, mut buffers) = (vec![0.0; N::PARAMETER_LEN], vec![0.0; N::BUFFER_LEN]);
    for (tensor, values) in N::TENSORS.iter().zip(&data.tensors) {
        let all = if tensor.is_kept() { &mut buffers } else { &mut parameters };
        all[tensor.range()].copy_from_slice(values);
    }
    let trained = filled(&parameters, N::PARAMETER_LEN, device)?;
    let mut kept = filled(&buffers, N::BUFFER_LEN, device)?;
    let mut outputs: Vec<Vec<f64>> = Vec::new();
    let mut gradients = Vec::new();
    for training in [false, true] {
        let needs = WorkspaceNeeds {
            capacity: data.capacity,
            memory: if training { N::TRAINING } else { N::INFERENCE },
            border: border(N::OUTPUT_SHAPES, training),
            input: N::Input::LEN,
            integers: N::Input::INTEGERS,
            target: 0,
            labels: 0,
            gradients: if training { N::PARAMETER_LEN } else { 0 },
            flops: N::COST.flops,
        };
        let mut workspace = device.workspace(&needs)?;
        for buffer in [
            &mut workspace.arena,
            &mut workspace.statistic,
            &mut workspace.gradients,
            &mut workspace.scratch,
            &mut workspace.input,
        ] {
            buffer.as_mut_slice().fill(f64::NAN);
        }
        workspace.index.as_mut_slice().fill(0xff);
        for (region, values) in N::INPUTS.iter().zip(&data.inputs) {
            let at = region.offset * data.capacity;
            match region.space {
                Space::Integer => {
                    let values: Vec<u32> = values.iter().map(|x| *x as u32).collect();
                    device.upload_at(&mut workspace.integers, at, &values)?;
                }
                _ => device.upload_at(&mut workspace.input, at, values)?,
            }
        }
        let state = StepState {
            batch: data.batch,
            step: 0,
            seed: data.seed,
            learning_rate: f64::NAN,
            is_deferred: false,
        };
        let memory = if training { N::TRAINING } else { N::INFERENCE };
        let base = Base::alone(N::INPUTS, N::OUTPUT_SHAPES, memory.arena, training);
        let mut pass = Pass {
            device,
            workspace: &mut workspace,
            parameters: Tensors::Shared(&trained),
            kept: Tensors::Exclusive(&mut kept),
            update: None,
            base,
            state,
            fault: None,
            loss: 0.0,
        };
        if training {
            N::forward(&mut pass);
        } else {
            N::infer(&mut pass);
        }
        let regions = &base.outputs()[..N::OUTPUT_SHAPES.len()];
        outputs.push(regions.iter().flat_map(|r| samples(&mut pass, *r).to_vec()).collect());
        if training {
            for (region, d) in base.output_gradients().iter().zip(&data.d_outputs) {
                samples(&mut pass, *region).copy_from_slice(d);
            }
            N::backward::<_, false>(&mut pass);
        }
        Cpu::end_step(&mut pass)?;
        if training {
            gradients = N::TENSORS
                .iter()
                .map(|t| {
                    let all = workspace.gradients.as_slice();
                    (!t.is_kept()).then(|| all[t.range()].to_vec())
                })
                .collect();
        }
    }
    let output = outputs.pop().expect("two passes");
    Ok(Passed { output, gradients, inferred: outputs.pop().expect("two passes") })
}

/// The samples of a region that lies sample by sample.
fn samples<'a>(pass: &'a mut Pass<'_, Cpu<f64>>, region: Region) -> &'a mut [f64] {
    let w = &mut *pass.workspace;
    let buffer = match region.space {
        Space::Arena => &mut w.arena,
        other => panic!("an output in {other:?}"),
    };
    let start = region.offset * w.capacity;
    &mut buffer.as_mut_slice()[start..start + region.len * pass.state.batch]
}
