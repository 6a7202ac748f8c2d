//! Remarks are silenced where they arise.
#![deny(warnings)]
use nncore::prelude::*;

network! {
    struct Net;
    input: [3, 9, 9];
    #[allow(dropped_rows)]
    pool: MaxPool2d(2);
    #[allow(dropped_rows)]
    /// With a comment.
    conv: Conv2d(3 -> 4, kernel = 3, stride = 2, padding = (0, 1));
    flat: Flatten;
    fc: Linear(_ -> 4);
    prob: Softmax;
    #[allow(double_softmax)]
    loss: CrossEntropy;
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    let loss = Unchecked(CrossEntropy::new());
    let mut trainer = Trainer::new(&mut model, loss, Adam::new(0.1), Capacity(2))?;
    trainer.step(&Batch::zeros(2), &Batch::zeros(2))?;
    Ok(())
}
