//! A network with one output takes one loss.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [4];
    fc: Linear(4 -> 3);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let losses = (CrossEntropy::new(), MeanSquaredError);
    Trainer::new(&mut model, losses, Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
