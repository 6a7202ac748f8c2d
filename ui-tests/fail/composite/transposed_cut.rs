//! Padding that cuts off all rows.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [3, 1, 8];
    layer: ConvTranspose2d(3 -> 8, kernel = 3, padding = 2);
}

fn main() {}
