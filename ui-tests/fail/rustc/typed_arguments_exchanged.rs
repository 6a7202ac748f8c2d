//! The optimizer before the loss.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, Sgd::new(0.1), CrossEntropy::new(), Capacity(4))?;
    trainer.step(&Batch::zeros(4), &Batch::zeros(4))?;
    Ok(())
}
