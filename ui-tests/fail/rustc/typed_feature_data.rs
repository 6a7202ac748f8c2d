//! A feature of nncore that is not switched on.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
}

fn main() -> Result<(), nncore::Error> {
    let _ = nncore::data::mnist("x")?;
    Ok(())
}
