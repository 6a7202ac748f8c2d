//! Each loss is checked against the end of its own output.
use nncore::prelude::*;

network! {
    /// Classes, and probabilities of other classes.
    struct Two;
    input: [4];
    classes: Linear(4 -> 4);
    others: Linear(4 -> 4);
    fn forward(x) { (classes(x), softmax(others(x))) }
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Two, _>::init(&Cpu::new()?, Seed(1))?;
    let losses = (CrossEntropy::new(), CrossEntropy::new());
    Trainer::new(&mut model, losses, Sgd::new(0.1), Capacity(4))?;
    Ok(())
}
