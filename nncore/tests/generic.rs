//! Networks that are generic over sizes: the same bits as networks of plain numbers.
#![cfg(feature = "std")]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "common/compared.rs"]
mod compared;

use compared::numbers;
use nncore::dim::{D, Dim, Over, Plus, Times, U2, U3, U4, U6, U8};
use nncore::network::Other;
use nncore::prelude::*;

network! {
    /// Two convolutions, and the input added.
    pub struct Residual<C: Dim, H: Dim>;
    input: [C, H, H];
    conv1: Conv2d(C -> 2*C, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    conv2: Conv2d(2*C -> C, kernel = 1);
    fn forward(x) { x + conv2(relu(norm(conv1(x)))) }
}

network! {
    /// Half as large, twice as deep.
    pub struct Down<C: Dim, H: Dim>;
    input: [C, H, H];
    conv: Conv2d(C -> C + C, kernel = 2, stride = 2);
    act: Relu;
}

network! {
    /// Generic networks within a generic one.
    pub struct Stage<C: Dim, H: Dim>;
    input: [C, H, H];
    residual: Residual<C, H>;
    down: Down<C, H>;
    after: Residual<Plus<C, C>, Over<H, U2>>;
}

network! {
    struct Net;
    input: [3, 8, 8];
    stage1: Stage<U3, U8>;
    stage2: Stage<Times<U3, U2>, U4>;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    fc: Linear(12 -> 4);
}

network! {
    struct Plain;
    input: [3, 8, 8];
    a1: Conv2d(3 -> 6, kernel = 3, padding = 1); n1: BatchNorm2d; b1: Conv2d(6 -> 3, kernel = 1);
    d1: Conv2d(3 -> 6, kernel = 2, stride = 2);
    a2: Conv2d(6 -> 12, kernel = 3, padding = 1); n2: BatchNorm2d; b2: Conv2d(12 -> 6, kernel = 1);
    a3: Conv2d(6 -> 12, kernel = 3, padding = 1); n3: BatchNorm2d; b3: Conv2d(12 -> 6, kernel = 1);
    d2: Conv2d(6 -> 12, kernel = 2, stride = 2);
    a4: Conv2d(12 -> 24, kernel = 3, padding = 1); n4: BatchNorm2d; b4: Conv2d(24 -> 12, kernel = 1);
    fc: Linear(12 -> 4);
    fn forward(x) {
        let x = x + b1(relu(n1(a1(x))));
        let x = relu(d1(x));
        let x = x + b2(relu(n2(a2(x))));
        let x = x + b3(relu(n3(a3(x))));
        let x = relu(d2(x));
        let x = x + b4(relu(n4(a4(x))));
        fc(flatten(global_avg_pool2d(x)))
    }
}

/// The constants of a network that the caller chooses the sizes of: no clause is needed.
fn parameters<C: Dim, H: Dim>() -> usize {
    Residual::<C, H>::PARAMETERS + <Stage<C, H> as Network>::COST.parameters
}

#[test]
fn constants_are_those_of_the_sizes() {
    assert_eq!(Residual::<U3, U8>::PARAMETERS, (3 * 6 * 9 + 6) + 12 + (6 * 3 + 3));
    assert_eq!(<Residual<D<5>, U6> as Network>::INPUT_SHAPES[0].dims(), [5, 6, 6]);
    assert_eq!(<Down<U3, U8> as Network>::OUTPUT_SHAPES[0].dims(), [6, 4, 4]);
    assert_eq!(<Stage<U3, U8> as Network>::OUTPUT_SHAPES[0].dims(), [6, 4, 4]);
    assert_eq!(
        parameters::<U3, U8>(),
        Residual::<U3, U8>::PARAMETERS + Stage::<U3, U8>::PARAMETERS
    );
    assert_eq!(Net::PARAMETERS, Plain::PARAMETERS);
    assert_eq!(Net::MACS, Plain::MACS);
    assert_eq!(format!("{:?}", Residual::<U3, U8>::clone(&residual())), "Residual(3, 8)");
    let _: [f32; Residual::<U3, U8>::PARAMETERS] = [0.0; 201];
}

fn residual() -> Residual<U3, U8> {
    // A type without values of its own: only its debug text is asked for.
    nothing()
}

fn nothing<N: Network>() -> N {
    const { assert!(size_of::<N>() == 0) };
    // SAFETY: a type of size zero without a constructor that keeps anything.
    unsafe { core::mem::zeroed() }
}

fn train<N: Network<Input = Image<3, 8, 8>, Output = Vector<4>, Ending = Other>>()
-> (Vec<f64>, Vec<Vec<f64>>) {
    let device = Cpu::<f64>::with_options(CpuOptions { threads: Some(2), strict: false }).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(1)).unwrap();
    for (i, tensor) in N::TENSORS.iter().enumerate() {
        let shift = if tensor.name.ends_with("running_var") { 2.0 } else { 0.0 };
        let values = numbers(tensor.shape.len(), i as u64);
        let values: Vec<f64> = values.iter().map(|x| 0.4 * x + shift).collect();
        model.set_tensor(tensor.name, &values).unwrap();
    }
    let x = Batch::from_vec(numbers(5 * 192, 77)).unwrap();
    let y = Batch::from_vec(vec![0, 3, 2, 1, 1]).unwrap();
    let sgd = Sgd::new(0.05).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(6)).unwrap();
    let losses = (0..3).map(|_| trainer.step(&x, &y).unwrap()).collect();
    let tensors = N::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()).collect();
    (losses, tensors)
}

#[test]
fn generic_networks_have_the_bits_of_plain_ones() {
    let names: Vec<&str> = Net::TENSORS.iter().map(|t| t.name).collect();
    assert!(names.contains(&"stage2.after.norm.running_mean"), "{names:?}");
    // `fc` lies first in the one and last in the other, so numbers go by the order of computation.
    let (generic, plain) = (train::<NetInOrder>(), train::<Plain>());
    assert_eq!(generic, plain);
}

network! {
    /// `Net` with its own layer in a network of its own, so that all tensors stand in the order of computation.
    struct NetInOrder;
    input: [3, 8, 8];
    stage1: Stage<U3, U8>;
    stage2: Stage<Times<U3, U2>, U4>;
    head: Head<D<12>>;
}

network! {
    pub struct Head<C: Dim>;
    input: [C, 2, 2];
    pool: GlobalAvgPool2d;
    flat: Flatten;
    fc: Linear(C -> 4);
}
