//! Each loss is checked against the end of its own output.
use nncore::device::{Device, Memory, Pass, Region};
use nncore::network::{Ending, NoParameters};
use nncore::prelude::*;
use nncore::tensor::TensorInfo;
use nncore::Element;
use nncore::__private::v1::plan::Cost;

/// Classes, and probabilities of other classes.
#[derive(Clone, Copy)]
struct Two;

impl Network for Two {
    type Input = Vector<4>;
    type Output = (Vector<4>, Vector<4>);
    type Parameters<T: Element> = NoParameters<T>;
    const NAME: &'static str = "Two";
    const SUMMARY: &'static str = "";
    const TENSORS: &'static [TensorInfo] = &[];
    const COST: Cost = Cost::ZERO;
    const PARAMETER_LEN: usize = 0;
    const BUFFER_LEN: usize = 0;
    const ENDINGS: &'static [Ending] = &[Ending::Other, Ending::Softmax];
    const INFERENCE: Memory = Memory::NONE;
    const TRAINING: Memory = Memory::NONE;
    const INFERENCE_OUTPUT: &'static [Region] = &[Region::input(0, 4), Region::input(0, 4)];
    const TRAINING_OUTPUT: &'static [Region] = Self::INFERENCE_OUTPUT;
    const OUTPUT_GRADIENT: &'static [Region] = &[Region::NONE, Region::NONE];
    fn infer<D: Device>(_: &mut Pass<'_, D>) {}
    fn forward<D: Device>(_: &mut Pass<'_, D>) {}
    fn backward<D: Device>(_: &mut Pass<'_, D>) {}
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Two, _>::init(&Cpu::new()?, Seed(1))?;
    let losses = (CrossEntropy::new(), CrossEntropy::new());
    Trainer::new(&mut model, losses, Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
