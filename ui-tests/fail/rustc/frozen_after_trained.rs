//! A network that freezes one of its layers stands after a trained layer: its gradients cannot go through.
use nncore::prelude::*;

network! {
    struct Head;
    input: [8];
    #[frozen]
    fc1: Linear(8 -> 8);
    fc2: Linear(8 -> 4);
}

network! {
    struct Net;
    input: [8];
    fc: Linear(8 -> 8);
    head: Head;
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(1))?;
    trainer.step(&Batch::zeros(1), &Batch::zeros(1))?;
    Ok(())
}
