//! No use of a network with mistakes is a mistake as well.
use nncore::prelude::*;

network! {
    #[derive(Default)]
    pub struct Net;
    const CLASSES: usize = 10;
    input: [3, 8, 8];
    conv1: Conv2d(4 -> 8, kernel = 3);
    flat: Flatten;
    fc: Linear(8*6*6 -> CLASSES);
    loss: CrossEntropy(label_smoothing = 0.1);
}

fn show<N: Network>() -> usize {
    N::TENSORS.len() + N::COST.parameters
}

fn main() -> Result<(), nncore::Error> {
    let _ = Net::default();
    println!("{} {} {} {}", show::<Net>(), Net::MACS, Net::FLOPS, Net::CLASSES);
    println!("{} {}", Net::inference_bytes(1), Net::training_bytes(1, 2));
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(4))?;
    let images = Batch::<Image<3, 8, 8>>::zeros(4);
    let labels = Batch::<ClassIndex<10>>::zeros(4);
    trainer.step(&images, &labels)?;
    let logits: Batch<Vector<10>> = Predictor::new(&model, Capacity(4))?.run(&images)?;
    println!("{}", logits.len());
    Ok(())
}
