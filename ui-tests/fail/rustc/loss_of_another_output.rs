//! A loss has to fit the output.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 8, 8];
    conv: Conv2d(3 -> 10, kernel = 3);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
