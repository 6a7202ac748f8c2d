//! Passes of a compiled network by hand, over memory in which everything that was not written is NaN.

use nncore::device::{
    Base, Device, Pass, PassKind, Region, Space, StepState, Tensors, Type, Workspace,
    WorkspaceNeeds, border,
};
use nncore::network::Network;
use nncore::shape::Inputs;
use nncore::{Element, Error};

use super::data::Data;

/// The number of the step that dropout sees.
pub(crate) const STEP: u64 = 3;

/// What an inference, and a pass forward and backward compute.
#[derive(Debug, PartialEq)]
pub(crate) struct Passed {
    pub(crate) output: Vec<f64>,
    pub(crate) inferred: Vec<f64>,
    /// By tensor; `None` for those that are kept.
    pub(crate) gradients: Vec<Option<Vec<f64>>>,
    /// The tensors behind the pass.
    pub(crate) tensors: Vec<Vec<f64>>,
}

impl Passed {
    fn bits(&self) -> impl Iterator<Item = u64> {
        let rest = self.gradients.iter().flatten().chain(&self.tensors);
        self.output.iter().chain(rest.flatten()).map(|x| x.to_bits())
    }
}

/// Runs each pass three times: a device that records passes runs them call by call, recorded, and replayed. `spoil`
/// fills what else the device has with NaN.
pub(crate) fn pass<N: Network, D: Device>(
    device: &D,
    data: &Data,
    spoil: fn(&mut Workspace<D>),
) -> Result<Passed, Error> {
    let mut seen: [Option<Passed>; 2] = [None, None];
    for (kind, seen) in [PassKind::Inference, PassKind::Training].into_iter().zip(&mut seen) {
        let mut run = Run::<D>::new::<N>(device, data, kind == PassKind::Training)?;
        for time in 0..3 {
            run.fill::<N>(spoil)?;
            let found = run.pass::<N>()?;
            if let Some(seen) = seen {
                let first = seen.bits().zip(found.bits()).position(|(a, b)| a != b);
                let name = N::NAME;
                assert_eq!(first, None, "{name}: run {time} of {kind:?} gives the same bits");
            }
            *seen = Some(found);
        }
    }
    let [inferred, trained] = seen.map(|seen| seen.expect("three passes"));
    Ok(Passed { inferred: inferred.output, ..trained })
}

/// A network's memory on a device.
struct Run<'a, D: Device> {
    device: &'a D,
    data: &'a Data,
    training: bool,
    parameters: D::Buffer<D::Element>,
    kept: D::Buffer<D::Element>,
    workspace: Workspace<D>,
    base: Base,
}

impl<'a, D: Device> Run<'a, D> {
    fn new<N: Network>(device: &'a D, data: &'a Data, training: bool) -> Result<Self, Error> {
        let memory = if training { N::TRAINING } else { N::INFERENCE };
        let needs = WorkspaceNeeds {
            capacity: data.capacity,
            memory,
            border: border(N::OUTPUT_SHAPES, training),
            input: N::Input::LEN,
            integers: N::Input::INTEGERS,
            target: 0,
            labels: 0,
            gradients: if training { N::PARAMETER_LEN } else { 0 },
            flops: N::COST.flops,
        };
        Ok(Self {
            device,
            data,
            training,
            parameters: device.allocate(N::PARAMETER_LEN)?,
            kept: device.allocate(N::BUFFER_LEN)?,
            workspace: device.workspace(&needs)?,
            base: Base::alone(N::INPUTS, N::OUTPUT_SHAPES, &memory, training),
        })
    }

    /// Sets the tensors, the inputs and the gradients of the outputs; the rest is NaN.
    fn fill<N: Network>(&mut self, spoil: fn(&mut Workspace<D>)) -> Result<(), Error> {
        let (device, w) = (self.device, &mut self.workspace);
        for (t, values) in N::TENSORS.iter().zip(&self.data.tensors) {
            let buffer = if t.is_kept() { &mut self.kept } else { &mut self.parameters };
            device.upload_at(buffer, t.offset, &cast(values))?;
        }
        let (memory, n) = (w.needs.memory, w.capacity);
        let nan = |len: usize| vec![D::Element::from_f64(f64::NAN); len];
        device.upload(&mut w.input, &nan(w.needs.input * n))?;
        device.upload(&mut w.arena, &nan((memory.arena + w.needs.border) * n))?;
        device.upload(&mut w.statistic, &nan(memory.statistic))?;
        device.upload(&mut w.gradients, &nan(w.needs.gradients))?;
        device.upload(&mut w.index, &vec![0xff; memory.index * n])?;
        spoil(w);
        for (region, values) in N::INPUTS.iter().zip(&self.data.inputs) {
            let at = region.offset * n;
            match region.element {
                Type::Integer => {
                    let values: Vec<u32> = values.iter().map(|x| *x as u32).collect();
                    device.upload_at(&mut w.integers, at, &values)?;
                }
                _ => device.upload_at(&mut w.input, at, &cast(values))?,
            }
        }
        let d_outputs = self.base.output_gradients().iter().zip(&self.data.d_outputs);
        for (region, d) in d_outputs.filter(|_| self.training) {
            device.upload_at(&mut w.arena, region.offset * n, &cast(d))?;
        }
        Ok(())
    }

    fn pass<N: Network>(&mut self) -> Result<Passed, Error> {
        let state = StepState {
            batch: self.data.batch,
            step: STEP,
            seed: self.data.seed,
            learning_rate: f64::NAN,
            is_deferred: false,
        };
        let tensors = [Tensors::Shared(&self.parameters), Tensors::Exclusive(&mut self.kept)];
        let (device, base) = (self.device, self.base);
        // SAFETY: all parts are those of the network, made for as many samples as the data has room for.
        let mut pass =
            unsafe { Pass::new(device, &mut self.workspace, tensors, None, base, state) };
        if self.training {
            D::run(&mut pass, PassKind::Training, |pass| {
                N::forward::<D, false>(pass);
                N::backward::<D, false, false>(pass);
            });
        } else {
            D::run(&mut pass, PassKind::Inference, |pass| N::infer::<D, false>(pass));
        }
        D::end_step(&mut pass)?;
        self.read::<N>()
    }

    /// What the pass left.
    fn read<N: Network>(&self) -> Result<Passed, Error> {
        let w = &self.workspace;
        let mut output = Vec::new();
        for region in &self.base.outputs()[..N::OUTPUT_SHAPES.len()] {
            output.extend(self.samples(*region)?);
        }
        let (mut gradients, mut tensors) = (Vec::new(), Vec::new());
        for t in N::TENSORS {
            let (offset, len) = (t.offset, t.shape.len());
            let is_trained = self.training && !t.is_kept();
            gradients.push(match is_trained {
                true => Some(self.download(&w.gradients, offset, len)?),
                false => None,
            });
            let buffer = if t.is_kept() { &self.kept } else { &self.parameters };
            tensors.push(self.download(buffer, offset, len)?);
        }
        Ok(Passed { output, inferred: Vec::new(), gradients, tensors })
    }

    /// The samples of an output. One that no layer computes is an input itself.
    fn samples(&self, region: Region) -> Result<Vec<f64>, Error> {
        let w = &self.workspace;
        let buffer = match region.space {
            Space::Input => &w.input,
            Space::Arena => &w.arena,
            other => panic!("an output in {other:?}"),
        };
        self.download(buffer, region.offset * w.capacity, region.len * self.data.batch)
    }

    fn download(
        &self,
        buffer: &D::Buffer<D::Element>,
        offset: usize,
        len: usize,
    ) -> Result<Vec<f64>, Error> {
        let mut values = vec![D::Element::ZERO; len];
        self.device.download(buffer, offset, &mut values)?;
        Ok(values.iter().map(|x| x.to_f64()).collect())
    }
}

fn cast<T: Element>(values: &[f64]) -> Vec<T> {
    values.iter().map(|x| T::from_f64(*x)).collect()
}
