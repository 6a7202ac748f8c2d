//! A network that ends with a softmax, and a loss that contains one.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    prob: Softmax;
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
