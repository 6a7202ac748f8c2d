//! Several losses are a tuple; what a device is told of targets is told by nncore alone.
use nncore::Error;
use nncore::loss::{Losses, Part, Term};
use nncore::prelude::*;

struct Mine;

impl Losses<Vector<4>> for Mine {
    type Targets<'a, T: nncore::Element> = ();
    type Slices<'a> = ();
    const PARTS: &'static [Part] = &[];

    fn term(&self, _: usize) -> Term<'_> {
        unreachable!()
    }

    fn bind(_: usize, _: (), _: usize, _: &mut nncore::shape::Ports) -> Result<(), Error> {
        Ok(())
    }
}

fn main() {}
