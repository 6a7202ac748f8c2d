//! What works element by element gives the bits of the CPU: activations and their gradients, signs between values, affine
//! maps, dropout.

use nncore::kernels as cpu;
use nncore::kernels::dropout::DropoutKey;
use nnplan::{Activation, Affine, BinaryFunction, Dropout, Shape};

use super::bench::Bench;
use super::row_tests::{Numbers, number};
use super::*;
use crate::Arg;

const ACTIVATIONS: [Activation; 32] = [
    Activation::Relu,
    Activation::LeakyRelu(0.01),
    Activation::LeakyRelu(-0.2),
    Activation::Elu(1.0),
    Activation::Elu(-0.7),
    Activation::Gelu,
    Activation::GeluTanh,
    Activation::Silu,
    Activation::Sigmoid,
    Activation::Tanh,
    Activation::Softplus,
    Activation::HardSwish,
    Activation::Exp,
    Activation::Ln,
    Activation::Sqrt,
    Activation::Square,
    Activation::Abs,
    Activation::Clamp(-0.7, 3.0),
    Activation::Clamp(f64::NEG_INFINITY, 20.0),
    Activation::Reciprocal(-0.3),
    Activation::Pow(0.0),
    Activation::Pow(1.0),
    Activation::Pow(2.0),
    Activation::Pow(3.0),
    Activation::Pow(0.5),
    Activation::Pow(-0.5),
    Activation::Pow(-1.0),
    Activation::Pow(5.0),
    Activation::Pow(-4.0),
    Activation::Pow(1.7),
    Activation::Pow(-0.3),
    Activation::Pow(1e300),
];

/// Numbers of all sizes and signs.
fn arguments() -> Vec<f32> {
    let mut all: Vec<f32> = (-4000..4000).map(|i| i as f32 * 0.027_3).collect();
    for exponent in 0..=255u32 {
        let digits = if exponent == 255 { 0 } else { 0x1234 }; // infinity
        let bits = exponent << 23 | digits;
        all.extend([bits, bits | 1 << 31].map(f32::from_bits));
    }
    all.extend([0.0, -0.0, 3.0, -3.0, 20.0, f32::NAN, 0.625, 0.92, f32::MIN_POSITIVE / 8.0]);
    all
}

#[track_caller]
fn assert_same(what: &str, x: &[f32], found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let is_same = f.to_bits() == e.to_bits() || f.is_nan() && e.is_nan();
        assert!(is_same, "{what} of {:e}: {f:e}, not {e:e}", x[i]);
    }
}

/// `y` of a kernel that reads `x` and is launched over as many elements.
fn launched(kernel: &Kernel, x: &[&[f32]]) -> Vec<f32> {
    let mut bench = Bench::new();
    let n = x[0].len();
    let mut arguments: Vec<Arg> = x.iter().map(|x| Arg::Pointer(bench.f32(x))).collect();
    let y = bench.f32(&vec![7e30; n]);
    arguments.extend([Arg::Pointer(y), number(n)]);
    bench.launch(kernel, &arguments);
    bench.read_f32(y)
}

#[test]
fn activations_have_the_bits_of_the_cpu() {
    let x = arguments();
    for f in &ACTIVATIONS {
        let mut y = x.clone();
        cpu::activation::activation(f, &mut y);
        assert_same(&format!("{f:?}"), &x, &launched(&activation::activation(f), &[&x]), &y);
    }
}

#[test]
fn gradients_of_activations_have_the_bits_of_the_cpu() {
    let x = arguments();
    let d_y = Numbers { state: 3, integers: false }.take(x.len());
    for f in &ACTIVATIONS {
        let mut saved = x.clone();
        if f.saves_output() {
            cpu::activation::activation(f, &mut saved);
        }
        let mut d_x = d_y.clone();
        cpu::activation::activation_grad(f, &saved, &mut d_x);
        let found = launched(&activation::activation_grad(f), &[&saved, &d_y]);
        assert_same(&format!("the gradient of {f:?}"), &saved, &found, &d_x);
    }
}

#[test]
fn sums_products_and_affine_maps_have_the_bits_of_the_cpu() {
    let a = arguments();
    let b = Numbers { state: 5, integers: false }.take(a.len());
    let shape = Shape::new(&[a.len()]);
    for function in BinaryFunction::ALL {
        let mut y = vec![0.0; a.len()];
        cpu::binary::binary(function, &a, &b, &mut y);
        assert_same(
            &format!("{function:?}"),
            &a,
            &launched(&binary::binary(function), &[&a, &b]),
            &y,
        );
    }
    let g = Affine::new(shape, -0.3, 1.7);
    let mut y = vec![0.0; a.len()];
    cpu::affine::affine(&g, &a, &mut y);
    assert_same("affine", &a, &launched(&affine::affine(g.scale, g.shift), &[&a]), &y);
    let sum: Vec<f32> = a.iter().zip(&b).map(|(a, b)| a + b).collect();
    assert_same("accumulate", &a, &launched(&accumulate(), &[&a, &b]), &sum);
    assert_same("copy", &a, &launched(&copy(Write::Assign), &[&a]), &a);
}

#[test]
fn dropout_drops_what_the_cpu_drops() {
    for (p, len, samples) in
        [(0.25, 100, 3), (0.5, 7, 40), (0.0, 5, 2), (1.0, 64, 2), (0.9, 333, 2)]
    {
        let x = Numbers { state: 9, integers: false }.take(len * samples);
        let key = DropoutKey { seed: 0x1234_5678_9abc_def0, step: (7 << 32) + 5 };
        let g = Dropout { p, layer: 0xdead_beef };
        let mut y = x.clone();
        cpu::dropout::dropout(&g, key, 0, len, &mut y);
        let mut bench = Bench::new();
        let halves = |n: u64| [n as u32, (n >> 32) as u32];
        let state = [halves(key.seed), halves(key.step)].concat();
        let (x_at, state_at) = (bench.f32(&x), bench.u32(&state));
        let y_at = bench.f32(&vec![7e30; x.len()]);
        let [x_at, state_at, out] = [x_at, state_at, y_at].map(Arg::Pointer);
        let blocks = number(dropout::blocks(len) * samples);
        let arguments = [x_at, state_at, out, Arg::U32(g.layer), blocks];
        bench.launch(&dropout::dropout(g.p, len), &arguments);
        assert_same(&format!("dropout {p}"), &x, &bench.read_f32(y_at), &y);
    }
}
