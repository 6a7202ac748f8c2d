//! The README's ConvNet.

use nncore::prelude::*;

network! {
    /// Two convolution stages and a two-layer head.
    pub struct ConvNet;
    input: [3, 56, 56];
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
    println!("{}", ConvNet::SUMMARY);
    println!("{} {}", ConvNet::inference_bytes(1), ConvNet::training_bytes(64, 1));
    for threads in [1, 2] {
        let device = Cpu::with_threads(threads)?;
        let mut model = Model::<ConvNet, _>::init(&device, Seed(1))?;
        let mut trainer = Trainer::new(
            &mut model,
            CrossEntropy::new(),
            Sgd::new(0.01).momentum(0.9),
            Capacity(64),
        )?;
        let mut x = Batch::zeros(64);
        for (i, v) in x.items_mut().iter_mut().enumerate() {
            *v = ((i * 7919) % 1000) as f32 / 500.0 - 1.0;
        }
        let y = Batch::new((0..64).map(|i| i % 10).collect())?;
        let mut times = vec![];
        for _ in 0..20 {
            let t = std::time::Instant::now();
            let loss = trainer.step(&x, &y)?;
            times.push((t.elapsed().as_secs_f64() * 1e3, loss));
        }
        println!("{:?}", times);
    }
    Ok(())
}
