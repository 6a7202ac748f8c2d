//! Constants of the network: seen by the macro, and associated constants of the type.
#![deny(warnings, missing_docs)]
use nncore::prelude::*;

/// Outside, of another value: the network's own counts.
pub const HIDDEN: usize = 1;

network! {
    /// A network.
    pub struct Net;
    /// Its hidden size.
    const HIDDEN: usize = 4 * 4;
    /// Computed.
    const WIDE: usize = HIDDEN * 2 - 1;
    /// Not a size.
    const TITLE: &str = "net";
    input: [8];
    fc1: Linear(8 -> HIDDEN);
    fc2: Linear(HIDDEN -> WIDE);
    fc3: Linear(31 -> 2);
}

fn main() {
    assert_eq!((Net::HIDDEN, Net::WIDE, Net::TITLE, HIDDEN), (16, 31, "net", 1));
}
