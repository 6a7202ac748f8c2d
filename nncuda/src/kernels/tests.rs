//! The kernels as text: a sample of each.

use nnplan::{Activation, Conv2d, Conv2dArgs, Dropout, Linear, LinearArgs, MatMul, Padding, Shape};

use super::*;

/// A sample of each kernel.
pub(crate) fn samples() -> Vec<Kernel> {
    let image = Shape::new(&[3, 9, 8]);
    let convolution = Conv2dArgs {
        in_channels: None,
        out_channels: 6,
        kernel: [3, 2],
        stride: [2, 1],
        padding: Padding::Explicit([1, 1, 0, 1]),
        dilation: [1, 2],
        groups: Some(3),
        bias: true,
    };
    let conv = Conv2d::new(image, convolution);
    let line = LinearArgs { in_features: None, out_features: 7, bias: true };
    let line = Linear::new(Shape::new(&[5, 10]), line);
    let matrices = MatMul::new(Shape::new(&[2, 5, 3]), Shape::new(&[2, 5, 4]), true, false);
    let mut all = vec![
        activation::activation(&Activation::Gelu),
        activation::activation_grad(&Activation::GeluTanh),
        dropout::dropout(&Dropout { p: 0.25, layer: 3 }, 100),
        conv2d::conv2d(&conv),
        conv2d::conv2d_grad_input(&conv),
        conv2d::conv2d_grad_weight(&conv, Write::Add),
        linear::linear(&line),
        linear::linear_grad_input(&line),
        linear::linear_grad_weight(&line, Write::Assign),
        matmul::matmul(&matrices),
        matmul::matmul_grad_left(&matrices),
        matmul::matmul_grad_right(&matrices),
        product::add_parts(Write::Add),
    ];
    all.extend(places::samples());
    all
}

#[test]
fn dump() {
    for k in samples() {
        std::fs::write(format!("/tmp/ptx/{}.ptx", k.name()), k.ptx()).unwrap();
    }
}
