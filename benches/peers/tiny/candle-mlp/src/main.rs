//! 784-128-10 with candle, as its documentation shows it.

#[path = "../../common/mod.rs"]
mod common;

use std::error::Error;

use candle_core::{DType, Device, Module, Tensor};
use candle_nn::{Linear, Optimizer, SGD, VarBuilder, VarMap, linear, loss::cross_entropy};
use common::{BATCH, CLASSES, FEATURES, LEARNING_RATE, Run};

struct Mlp {
    fc1: Linear,
    fc2: Linear,
}

impl Mlp {
    fn new(tensors: VarBuilder<'_>) -> candle_core::Result<Self> {
        let fc1 = linear(FEATURES, 128, tensors.pp("fc1"))?;
        let fc2 = linear(128, CLASSES, tensors.pp("fc2"))?;
        Ok(Self { fc1, fc2 })
    }
}

impl Module for Mlp {
    fn forward(&self, inputs: &Tensor) -> candle_core::Result<Tensor> {
        self.fc2.forward(&self.fc1.forward(inputs)?.relu()?)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let device = Device::Cpu;
    let variables = VarMap::new();
    let model = Mlp::new(VarBuilder::from_varmap(&variables, DType::F32, &device))?;
    let mut sgd = SGD::new(variables.all_vars(), LEARNING_RATE.into())?;
    let mut run = Run::new();
    while let Some((samples, classes)) = run.batch() {
        let inputs = Tensor::from_slice(samples, (BATCH, FEATURES), &device)?;
        let labels = Tensor::from_slice(classes, BATCH, &device)?;
        let loss = cross_entropy(&model.forward(&inputs)?, &labels)?;
        sgd.backward_step(&loss)?;
        run.loss(loss.to_scalar()?);
    }
    run.end()
}
