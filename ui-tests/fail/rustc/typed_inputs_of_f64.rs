//! Inputs of `f64`.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    let inputs = Batch::from_vec(vec![0.5f64; 32])?;
    let labels = Batch::from_vec(vec![0, 1, 2, 3])?;
    trainer.step(&inputs, &labels)?;
    Ok(())
}
