//! An output and a view with four sizes.
use nncore::prelude::*;

network! {
    struct Net;
    input: [6, 4];
    fc: Linear(4 -> 6);
    fn forward(x) {
        let parts = reshape(fc(x), [2, 3, 2, 3]);
        (reshape(parts, [2, 9, 2, 1]), sum(parts, axis = 3))
    }
    view Parts: parts;
}

fn main() {
    let device = Cpu::<f32>::new().unwrap();
    let _model = Model::<Net, _>::init(&device, Seed(0));
}
