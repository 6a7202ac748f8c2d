//! A loss of your own says where its targets lie.
use nncore::device::TargetKind;
use nncore::loss::LossKind;
use nncore::prelude::*;

#[derive(Clone)]
struct Odd;

impl Loss<Vector<2>> for Odd {
    type Target = ClassIndex<2>;
    const TARGET: TargetKind = TargetKind::Values;
    type Expects = nncore::loss::Anything;
    fn kind(&self) -> LossKind {
        LossKind::MeanSquaredError
    }
}

network! {
    struct Net;
    input: [4];
    fc: Linear(4 -> 2);
}

fn main() -> Result<(), nncore::Error> {
    let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    Trainer::new(&mut model, Odd, Sgd::new(0.1), Capacity(1))?;
    Ok(())
}
