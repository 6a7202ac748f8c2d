//! Labels of floats.
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
    let labels = Batch::from_vec(vec![0.0, 1.0])?;
    trainer.step(&Batch::zeros(2), &labels)?;
    Ok(())
}
