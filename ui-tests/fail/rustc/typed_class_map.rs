//! `CrossEntropy` on a class map.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

network! {
    pub struct Map;
    input: [3, 8, 8];
    conv: Conv2d(3 -> 10, kernel = 1);
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let mut model = Model::<Map, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    trainer.step(&Batch::zeros(4), &Batch::zeros(4))?;
    Ok(())
}
