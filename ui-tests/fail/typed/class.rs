//! Python's class.
use nncore::prelude::*;

network! {
    class Net(nn.Module):
        """The network."""
        fc = nn.Linear(8, 10)
}

fn main() {}
