//! A model that is given away.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::new(model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    trainer.step(&Batch::zeros(4), &Batch::zeros(4))?;
    Ok(())
}
