//! A type that is not a device.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    Model::<Net, _>::init(&3, Seed(1))?;
    Ok(())
}
