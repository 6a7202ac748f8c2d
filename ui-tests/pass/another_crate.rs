//! Networks and an operation of another crate are layers by their paths; the gradient of the operation is right.
use nncore::custom::{At, check_gradient};
use nncore::dim::{U4, U6};
use nncore::prelude::*;

network! {
    struct Net;
    input: [1, 8, 8];
    body: ui_tests::Body;
    pairs: Custom<ui_tests::Pairs>;
    fc: Linear(72 -> 10);
}

network! {
    struct Deep;
    input: [4, 6, 6];
    blocks: [ui_tests::Block<U4, U6>; 2];
    conv: Conv2d(4 -> 2, kernel = 6);
}

fn main() -> Result<(), nncore::Error> {
    assert_eq!(Net::PARAMETERS, ui_tests::Body::PARAMETERS + 72 * 10 + 10);
    assert!(Deep::TENSORS.iter().any(|t| t.name == "blocks.1.conv1.weight"));
    check_gradient::<At<1, 8, 0, 0>, ui_tests::Pairs>().unwrap();
    let device = Cpu::<f32>::with_threads(1)?;
    let mut model = Model::<Net, _>::init(&device, Seed(1))?;
    let before = model.tensor("body.conv.weight")?;
    let (x, y) = (Batch::from_vec(vec![0.5; 64])?, Batch::from_vec(vec![1.0; 10])?);
    Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(1))?.step(&x, &y)?;
    assert_ne!(before, model.tensor("body.conv.weight")?);
    Ok(())
}
