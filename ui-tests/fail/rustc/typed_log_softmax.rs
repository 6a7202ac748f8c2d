//! A loss with a weight, after a log softmax.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    prob: LogSoftmax;
}

fn main() -> Result<(), nncore::Error> {
    let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let mut predictor = Predictor::new(&model, Capacity(4))?;
    let loss = Weighted(0.5, CrossEntropy::new());
    predictor.evaluate(&Batch::zeros(4), &Batch::zeros(4), &loss)?;
    Ok(())
}
