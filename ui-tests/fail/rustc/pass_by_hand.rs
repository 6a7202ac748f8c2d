//! A pass by hand could be told of other samples than its memory has room for.
use nncore::device::{Base, Execute, Pass, StepState, Tensors, Workspace};
use nncore::prelude::*;

fn pass<'a>(
    device: &'a Cpu,
    workspace: &'a mut Workspace<Cpu>,
    tensors: &'a <Cpu as Execute>::Buffer<f32>,
    state: StepState,
) -> Pass<'a, Cpu> {
    workspace.capacity = 1;
    Pass {
        device,
        workspace,
        parameters: Tensors::Shared(tensors),
        kept: Tensors::Shared(tensors),
        update: None,
        base: Base::absolute(),
        state,
        fault: None,
        loss: 0.0,
    }
}

fn main() {}
