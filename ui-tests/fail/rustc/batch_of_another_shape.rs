//! The shapes at the border of a network are types.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    flat: Flatten;
    fc: Linear(3*8*8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    let gray = Batch::<Image<1, 8, 8>>::zeros(4);
    let labels = Batch::<ClassIndex<10>>::zeros(4);
    trainer.step(&gray, &labels)?;
    let images = Batch::<Image<3, 8, 8>>::zeros(4);
    let labels = Batch::<ClassIndex<100>>::zeros(4);
    trainer.step(&images, &labels)?;
    let mut predictor = Predictor::new(&model, Capacity(4))?;
    let logits: Batch<Vector<2>> = predictor.run(&images)?;
    println!("{}", logits.len());
    Ok(())
}
