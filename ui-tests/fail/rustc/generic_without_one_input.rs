//! A function that is generic over networks does not know that there is one input.
use nncore::prelude::*;

fn run<N: Network>(model: &Model<N, Cpu>, inputs: &Batch<N::Input>) -> Result<(), nncore::Error> {
    Predictor::new(model, Capacity(1))?.run(inputs)?;
    Ok(())
}

fn main() {}
