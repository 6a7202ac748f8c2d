//! `Self` in a size.
use nncore::prelude::*;

network! {
    pub struct Net;
    const WIDTH: usize = 4;
    const HALF: usize = Self::WIDTH / 2;
    input: [Self::WIDTH];
    fc: Linear(4 -> HALF);
    act: Elu(alpha = Self::ALPHA);
}

fn main() {
    println!("{}", Net::WIDTH);
}
