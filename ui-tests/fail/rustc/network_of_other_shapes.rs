//! A function that asks for shapes is given a network of others.
use nncore::prelude::*;

network! {
    struct Small;
    input: [1, 28, 28];
    flat: Flatten;
    fc: Linear(_ -> 2);
}

fn classify<N: Network<Input = Image<3, 56, 56>, Output = Vector<10>>>(_: &Model<N, Cpu>) {}

fn main() -> Result<(), nncore::Error> {
    classify(&Model::<Small, _>::init(&Cpu::new()?, Seed(1))?);
    Ok(())
}
