//! A batch that is given away.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    let labels = Batch::from_vec(vec![0, 1, 2, 3])?;
    trainer.step(&Batch::zeros(4), labels)?;
    Ok(())
}
