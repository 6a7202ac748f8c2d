//! Several losses are a tuple; what a device is told of targets is told by nncore alone.
use nncore::loss::Losses;
use nncore::prelude::*;

struct Mine;

impl Losses<Vector<4>> for Mine {
    type Targets<'a, T: nncore::Element> = ();
}

fn main() {}
