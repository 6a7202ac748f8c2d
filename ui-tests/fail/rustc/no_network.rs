//! A type that is not a network.
use nncore::prelude::*;

struct Net;

fn main() -> Result<(), nncore::Error> {
    Model::<Net, _>::init(&Cpu::<f32>::new()?, Seed(1))?;
    Ok(())
}
