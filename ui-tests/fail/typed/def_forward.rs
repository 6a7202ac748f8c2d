//! Python's function, with a docstring.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: Linear(8 -> 10);
    def forward(self, x: Tensor) -> Tensor:
        """Runs the
        network."""
        # All of it.
        x = self.fc(x)
        return x
}

fn main() {
    println!("{}", Net::SUMMARY);
}
