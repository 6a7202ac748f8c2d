//! A network of another crate is a layer by its path.

use nncore::prelude::*;

network! {
    struct Above;
    input: [3, 56, 56];
    body: benches::ConvNet;
    act: Tanh;
    head: Linear(10 -> 2);
}

#[test]
fn a_network_of_another_crate_is_a_layer() {
    assert_eq!(Above::PARAMETERS, benches::ConvNet::PARAMETERS + 10 * 2 + 2);
    assert!(Above::TENSORS.iter().any(|t| t.name == "body.conv1.weight"));
    let device = Cpu::with_threads(1).unwrap();
    let mut model = Model::<Above, _>::init(&device, Seed(1)).unwrap();
    let before = model.tensor("body.fc1.bias").unwrap().unwrap();
    let pictures = Batch::new(vec![0.5; 3 * 56 * 56]).unwrap();
    let target = Batch::new(vec![1.0, -1.0]).unwrap();
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(1)).unwrap();
    let first = trainer.step(&pictures, &target).unwrap();
    assert!(trainer.step(&pictures, &target).unwrap() < first);
    drop(trainer);
    assert_ne!(before, model.tensor("body.fc1.bias").unwrap().unwrap(), "the gradient flows in");
}
