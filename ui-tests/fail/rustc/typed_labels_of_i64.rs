//! Labels of `i64`.
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
    let inputs = Batch::zeros(4);
    let labels = Batch::from_vec(vec![0i64, 1, 2, 3])?;
    trainer.step(&inputs, &labels)?;
    Ok(())
}
