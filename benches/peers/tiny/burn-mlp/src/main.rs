//! 784-128-10 with burn, as its documentation shows it.

#[path = "../../common/mod.rs"]
mod common;

use std::error::Error;

use burn::backend::{Autodiff, NdArray};
use burn::nn::loss::CrossEntropyLossConfig;
use burn::nn::{Linear, LinearConfig, Relu};
use burn::optim::{GradientsParams, Optimizer, SgdConfig};
use burn::prelude::*;
use common::{BATCH, CLASSES, FEATURES, LEARNING_RATE, Run};

type Training = Autodiff<NdArray>;

#[derive(Module, Debug)]
struct Mlp<B: Backend> {
    fc1: Linear<B>,
    relu: Relu,
    fc2: Linear<B>,
}

impl<B: Backend> Mlp<B> {
    fn init(device: &B::Device) -> Self {
        Self {
            fc1: LinearConfig::new(FEATURES, 128).init(device),
            relu: Relu::new(),
            fc2: LinearConfig::new(128, CLASSES).init(device),
        }
    }

    fn forward(&self, inputs: Tensor<B, 2>) -> Tensor<B, 2> {
        self.fc2.forward(self.relu.forward(self.fc1.forward(inputs)))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let device = Default::default();
    let mut model = Mlp::<Training>::init(&device);
    let mut sgd = SgdConfig::new().init();
    let cross_entropy = CrossEntropyLossConfig::new().init(&device);
    let mut run = Run::new();
    while let Some((samples, classes)) = run.batch() {
        let inputs = TensorData::new(samples.to_vec(), [BATCH, FEATURES]);
        let inputs = Tensor::<Training, 2>::from_data(inputs, &device);
        let labels = Tensor::<Training, 1, Int>::from_data(classes, &device);
        let loss = cross_entropy.forward(model.forward(inputs), labels);
        let value = loss.clone().into_scalar();
        let gradients = GradientsParams::from_grads(loss.backward(), &model);
        model = sgd.step(LEARNING_RATE.into(), model, gradients);
        run.loss(value);
    }
    run.end()
}
