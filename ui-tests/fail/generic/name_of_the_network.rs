//! A size called as the network, or as its constant.
use nncore::dim::D;
use nncore::prelude::*;

network! {
    pub struct Net<Net: Dim, C: Dim>;
    const C: usize = 4;
    input: [C];
    fc: Linear(C -> C);
}

fn main() {
    println!("{}", Net::<D<1>, D<2>>::SUMMARY);
}
