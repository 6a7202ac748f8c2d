//! A network that is not a view of another.
use nncore::prelude::*;

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 4);
}

network! {
    struct Other;
    input: [4];
    fc: Linear(4 -> 4);
}

fn main() -> Result<(), nncore::Error> {
    let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    Predictor::<Other, _>::for_view(&model, Capacity(1))?;
    Ok(())
}
