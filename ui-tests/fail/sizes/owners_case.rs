//! The README's network, declared for smaller images.
use nncore::prelude::*;

network! {
    /// Two convolution stages and a two-layer head.
    pub struct ConvNet;
    input: [3, 32, 32];
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

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let mut model = Model::<ConvNet, _>::init(&device, Seed(1))?;
    let sgd = Sgd::new(0.01).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(64))?;
    let loss = trainer.step(&Batch::zeros(64), &Batch::zeros(64))?;
    println!("{loss} {}", ConvNet::SUMMARY);
    Ok(())
}
