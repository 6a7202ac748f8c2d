//! `Cpu::new()` without `?`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new();
    let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    trainer.step(&Batch::zeros(4), &Batch::zeros(4))?;
    let mut predictor = Predictor::new(&model, Capacity(1))?;
    predictor.run(&Batch::zeros(1))?;
    Ok(())
}
