//! Names that begin as the macro's do.
use nncore::prelude::*;

network! {
    pub struct __NnNet;
    const __NN_N: usize = 3;
    input __nn_x: [3];
    fc: Linear(3 -> 4);
    view __NnView: fc;
}

network! {
    pub struct Net<__NnC: Dim>;
    input: [3];
    fc: Linear(3 -> 4);
}

fn main() {
    println!("{}", __NnNet::SUMMARY);
}
