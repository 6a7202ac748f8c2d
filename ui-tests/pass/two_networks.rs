//! Two networks in one module, with layers and constants of the same names.
#![deny(warnings)]
use nncore::prelude::*;

network! {
    struct Encoder;
    const CODE: usize = 4;
    input: [16];
    fc: Linear(16 -> CODE);
}

network! {
    struct Decoder;
    const CODE: usize = 2 * 2;
    input: [CODE];
    fc: Linear(CODE -> 16);
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let encoder = Model::<Encoder, _>::init(&device, Seed(1))?;
    let decoder = Model::<Decoder, _>::init(&device, Seed(2))?;
    let code = Predictor::new(&encoder, Capacity(1))?.run(&Batch::zeros(1))?;
    let out: Batch<Vector<16>> = Predictor::new(&decoder, Capacity(1))?.run(&code)?;
    assert_eq!(out.len(), 1);
    Ok(())
}
