//! Operations of the user's own: as layers, and their gradients.
#![cfg(feature = "std")]

use nncore::custom::{
    At, Backward, Operation, Role, Shaped, Sizes, TensorInfo, Text, check_gradient,
};
use nncore::prelude::*;
use nncore::{CpuOptions, Element};

/// The built-in `Tanh`, once more.
#[derive(Clone, Copy, Debug)]
struct Again;

impl<X: Shaped> Operation<X> for Again {
    const OUTPUT: Sizes = X::SHAPE;

    fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
        for (y, x) in y.iter_mut().zip(x) {
            *y = x.tanh();
        }
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(d_x) = g.d_x else { return };
        for ((d_x, d_y), y) in d_x.iter_mut().zip(g.d_y).zip(g.y) {
            *d_x = *d_y * (T::ONE - *y * *y);
        }
    }
}

/// With a sign that is wrong.
#[derive(Clone, Copy, Debug)]
struct Wrong;

impl<X: Shaped> Operation<X> for Wrong {
    const OUTPUT: Sizes = X::SHAPE;

    fn forward<T: Element>(x: &[T], parameters: &[T], y: &mut [T]) {
        <Again as Operation<X>>::forward(x, parameters, y);
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        let Some(d_x) = g.d_x else { return };
        for ((d_x, d_y), y) in d_x.iter_mut().zip(g.d_y).zip(g.y) {
            *d_x = *d_y * (T::ONE + *y * *y);
        }
    }
}

/// `y = w₀ x₀ + … `, one sum for each group of four: other shapes, and two tensors of its own.
#[derive(Clone, Copy, Debug)]
struct Groups;

impl<X: Shaped> Operation<X> for Groups {
    const OUTPUT: Sizes = Sizes::new(&[X::SHAPE.len() / 4]);
    const FAULT: Text = match X::SHAPE.len() % 4 {
        0 => Text::EMPTY,
        _ => Text::EMPTY.str("`Groups` sums groups of four numbers\nexpected: a multiple of 4"),
    };
    const TENSORS: &'static [TensorInfo] = &[
        TensorInfo {
            name: "weight",
            shape: Sizes::new(&[4]),
            offset: 0,
            role: Role::Weight { fan_in: 4, fan_out: 1 },
            is_frozen: false,
        },
        TensorInfo {
            name: "bias",
            shape: Sizes::new(&[1]),
            offset: 16,
            role: Role::Shift,
            is_frozen: false,
        },
    ];
    const FLOPS: u64 = 8;

    fn forward<T: Element>(x: &[T], parameters: &[T], y: &mut [T]) {
        for (y, x) in y.iter_mut().zip(x.chunks_exact(4)) {
            *y = parameters[16];
            for (x, w) in x.iter().zip(&parameters[..4]) {
                *y += *x * *w;
            }
        }
    }

    fn backward<T: Element>(g: Backward<'_, T>) {
        if !g.d_parameters.is_empty() {
            for (d_y, x) in g.d_y.iter().zip(g.x.chunks_exact(4)) {
                g.d_parameters[16] += *d_y;
                for (d_w, x) in g.d_parameters[..4].iter_mut().zip(x) {
                    *d_w += *d_y * *x;
                }
            }
        }
        let Some(d_x) = g.d_x else { return };
        for (d_x, d_y) in d_x.chunks_exact_mut(4).zip(g.d_y) {
            for (d_x, w) in d_x.iter_mut().zip(&g.parameters[..4]) {
                *d_x = *d_y * *w;
            }
        }
    }
}

#[test]
fn a_right_gradient_passes_and_a_wrong_one_is_named() {
    check_gradient::<At<3, 2, 3, 4>, Again>().unwrap();
    check_gradient::<At<2, 2, 4, 0>, Groups>().unwrap();
    let error = check_gradient::<At<1, 5, 0, 0>, Wrong>().unwrap_err().to_string();
    assert!(error.starts_with("the gradient by the input is not the slope"), "{error}");
    let error = check_gradient::<At<1, 6, 0, 0>, Groups>().unwrap_err().to_string();
    assert!(error.contains("a multiple of 4"), "{error}");
}

network! {
    struct BuiltIn;
    input: [2, 4];
    first: Linear(4 -> 8);
    act: Tanh;
    flat: Flatten;
    fc: Linear(16 -> 3);
}

network! {
    struct Own;
    input: [2, 4];
    first: Linear(4 -> 8);
    act: Custom<Again>;
    flat: Flatten;
    fc: Linear(16 -> 3);
}

network! {
    /// With tensors, twice.
    struct Tensors;
    input: [2, 8];
    first: Custom<Groups>;
    fc: Linear(4 -> 8);
    second: Custom<Groups>;
}

network! {
    /// The first frozen, behind a layer that is trained.
    struct Frozen;
    input: [8];
    fc: Linear(8 -> 8);
    #[frozen] fixed: Custom<Groups>;
}

network! {
    /// Composed by names.
    struct Branches;
    input: [8];
    own: Custom<Again>;
    sums: Custom<Groups>;
    fc: Linear(2 -> 3);
    fn forward(x) { fc(sums(x + own(x))) }
}

/// Numbers between -1 and 1.
fn numbers(len: usize) -> Vec<f64> {
    (0..len).map(|i| ((i * 37 + 11) % 41) as f64 / 20.5 - 1.0).collect()
}

/// Three steps; the losses and all tensors.
fn trained<N: Network<Input: OneInput<f64>, Output: Shape>>(
    threads: usize,
    strict: bool,
) -> (Vec<f64>, Vec<Vec<f64>>) {
    let device = Cpu::<f64>::with_options(CpuOptions { threads: Some(threads), strict }).unwrap();
    let mut model = Model::<N, _>::init(&device, Seed(5)).unwrap();
    let x = Batch::<N::Input, f64>::from_vec(numbers(6 * <N::Input as Shape>::LEN)).unwrap();
    let y = Batch::<N::Output, f64>::from_vec(numbers(6 * <N::Output as Shape>::LEN)).unwrap();
    let sgd = Sgd::new(0.1);
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(8)).unwrap();
    let losses = (0..3).map(|_| trainer.step(&x, &y).unwrap()).collect();
    let tensors = N::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()).collect();
    (losses, tensors)
}

#[test]
fn it_trains_like_the_built_in_layer() {
    let (expected, found) = (trained::<BuiltIn>(1, false), trained::<Own>(1, false));
    assert_eq!(BuiltIn::TENSORS.len(), found.1.len());
    for (a, b) in expected.1.iter().zip(&found.1) {
        for (a, b) in a.iter().zip(b) {
            assert!((a - b).abs() < 1e-12, "{a}, {b}");
        }
    }
    assert_eq!(found, trained::<Own>(3, false));
}

#[test]
fn its_tensors_are_trained_kept_and_named() {
    let names: Vec<_> = Tensors::TENSORS.iter().map(|t| t.name).collect();
    for name in ["first.weight", "first.bias", "second.weight", "fc.weight"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for threads in [1, 2] {
        let (losses, tensors) = trained::<Tensors>(threads, false);
        assert!(losses[2] < losses[0], "{losses:?}");
        let bias = names.iter().position(|n| *n == "second.bias").unwrap();
        assert_ne!(tensors[bias], [0.0], "the bias moved");
    }
    // Frozen tensors stay as they were, and the layer before learns through them.
    let names: Vec<_> = Frozen::TENSORS.iter().map(|t| t.name).collect();
    let (losses, tensors) = trained::<Frozen>(2, false);
    assert!(losses[2] < losses[0], "{losses:?}");
    let bias = names.iter().position(|n| *n == "fixed.bias").unwrap();
    assert_eq!(tensors[bias], [0.0]);
    let (losses, _) = trained::<Branches>(2, true);
    assert!(losses[2] < losses[0], "{losses:?}");
}

/// The gradient through the whole network is the slope of the loss: what `Frozen` and `Branches` pass on.
#[test]
fn its_gradient_flows_through_a_network() {
    let device = Cpu::<f64>::with_options(CpuOptions { threads: Some(1), strict: false }).unwrap();
    let x = Batch::<Vector<8>, f64>::from_vec(numbers(16)).unwrap();
    let y = Batch::<Vector<3>, f64>::from_vec(numbers(6)).unwrap();
    let loss = |weight: &[f64], rate: f64| -> (f64, Vec<f64>) {
        let mut model = Model::<Branches, _>::init(&device, Seed(5)).unwrap();
        model.set_tensor("sums.weight", weight).unwrap();
        let mut trainer =
            Trainer::new(&mut model, MeanSquaredError, Sgd::new(rate), Capacity(2)).unwrap();
        let loss = trainer.step(&x, &y).unwrap();
        drop(trainer);
        (loss, model.tensor("sums.weight").unwrap())
    };
    let at = [0.3, -0.2, 0.5, 0.1];
    let (_, moved) = loss(&at, 1.0); // one step of rate 1 subtracts the gradient
    for i in 0..4 {
        let mut shifted = at;
        shifted[i] = at[i] + 1e-5;
        let up = loss(&shifted, 1.0).0;
        shifted[i] = at[i] - 1e-5;
        let slope = (up - loss(&shifted, 1.0).0) / 2e-5;
        assert!((at[i] - moved[i] - slope).abs() < 1e-8, "{i}: {} {slope}", at[i] - moved[i]);
    }
}
