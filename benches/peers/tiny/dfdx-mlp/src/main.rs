//! 784-128-10 with dfdx, as its documentation shows it.

#[path = "../../common/mod.rs"]
mod common;

use std::error::Error;

use common::{BATCH, CLASSES, FEATURES, LEARNING_RATE, Run};
use dfdx::data::OneHotEncode;
use dfdx::optim::{Sgd, SgdConfig};
use dfdx::prelude::*;

type Mlp = ((Linear<FEATURES, 128>, ReLU), Linear<128, CLASSES>);

fn main() -> Result<(), Box<dyn Error>> {
    let device = Cpu::default();
    let mut model = device.build_module::<Mlp, f32>();
    let mut gradients = model.alloc_grads();
    let config = SgdConfig { lr: LEARNING_RATE.into(), momentum: None, weight_decay: None };
    let mut sgd = Sgd::new(&model, config);
    let mut run = Run::new();
    while let Some((samples, classes)) = run.batch() {
        let mut inputs: Tensor<Rank2<BATCH, FEATURES>, f32, _> = device.zeros();
        inputs.copy_from(samples);
        let classes: [usize; BATCH] = std::array::from_fn(|i| classes[i] as usize);
        let labels = device.one_hot_encode(Const::<CLASSES>, classes);
        let logits = model.forward_mut(inputs.trace(gradients));
        let loss = cross_entropy_with_logits_loss(logits, labels);
        let value = loss.array();
        gradients = loss.backward();
        sgd.update(&mut model, &gradients).map_err(|fault| format!("{fault:?}"))?;
        model.zero_grads(&mut gradients);
        run.loss(value);
    }
    run.end()
}
