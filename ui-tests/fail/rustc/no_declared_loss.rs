//! A trainer that wants a loss which the network does not declare.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
