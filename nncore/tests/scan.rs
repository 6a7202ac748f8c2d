//! Networks along sequences: the numbers of the same steps written out, forward, back through time, and in training.
#![cfg(feature = "std")]

#[path = "common/compared.rs"]
mod compared;

use compared::{cpu, model, numbers};
use nncore::prelude::*;

network! {
    /// Elman's cell: the next state alone.
    pub struct Cell;
    input x: [3];
    input h: [4];
    of_x: Linear(3 -> 4);
    of_h: Linear(4 -> 4);
    fn forward(x, h) { tanh(of_x(x) + of_h(h)) }
}

network! {
    pub struct Along;
    input: [5, 3];
    cell: Cell;
    head: Linear(4 -> 2);
    fn forward(x) {
        let (all, last) = scan(cell, x, zeros([4]));
        head(sum(all, axis = 0) * last)
    }
}

network! {
    /// The same, a step a line.
    pub struct Written;
    input: [5, 3];
    cell: Cell;
    head: Linear(4 -> 2);
    fn forward(x) {
        let (x0, x1, x2, x3, x4) = split(x, axis = 0);
        let a = cell(reshape(x0, [3]), zeros([4]));
        let b = cell(reshape(x1, [3]), a);
        let c = cell(reshape(x2, [3]), b);
        let d = cell(reshape(x3, [3]), c);
        let e = cell(reshape(x4, [3]), d);
        head((a + b + c + d + e) * e)
    }
}

network! {
    /// From the end, with a first state that is computed, and only what is collected.
    pub struct Reversed;
    input: [5, 3];
    start: Linear(15 -> 4);
    cell: Cell;
    fn forward(x) {
        let all = scan(cell, x, start(flatten(x)), reverse = true);
        slice(all, 1..3)
    }
}

network! {
    pub struct ReversedWritten;
    input: [5, 3];
    start: Linear(15 -> 4);
    cell: Cell;
    fn forward(x) {
        let (x0, x1, x2, x3, x4) = split(x, axis = 0);
        let e = cell(reshape(x4, [3]), start(flatten(x)));
        let d = cell(reshape(x3, [3]), e);
        let c = cell(reshape(x2, [3]), d);
        let b = cell(reshape(x1, [3]), c);
        let _a = cell(reshape(x0, [3]), b);
        concat(reshape(b, [1, 4]), reshape(c, [1, 4]))
    }
}

network! {
    /// Long short-term memory (Hochreiter and Schmidhuber, 1997), in PyTorch's order of gates: a value and two states.
    pub struct Lstm;
    input x: [3];
    input h: [4];
    input c: [4];
    of_x: Linear(3 -> 16);
    of_h: Linear(4 -> 16, bias = false);
    fn forward(x, h, c) {
        let (i, f, g, o) = split(of_x(x) + of_h(h));
        let next = sigmoid(f) * c + sigmoid(i) * tanh(g);
        let h = sigmoid(o) * tanh(next);
        (h * 0.5, h, next)
    }
}

network! {
    /// A layer after it, and one before it.
    pub struct Deep;
    input: [4, 3];
    stem: Linear(3 -> 3);
    first: Lstm;
    widen: Linear(4 -> 3);
    second: Lstm;
    fn forward(x) {
        let (all, h, c) = scan(first, stem(x), zeros([4]), zeros([4]));
        let (told, _, last) = scan(second, widen(all), h, c);
        told + expand(reshape(last, [1, 4]), [4, 4])
    }
}

network! {
    pub struct DeepWritten;
    input: [4, 3];
    stem: Linear(3 -> 3);
    first: Lstm;
    widen: Linear(4 -> 3);
    second: Lstm;
    fn forward(x) {
        let (x0, x1, x2, x3) = split(stem(x), axis = 0);
        let (a, h, c) = first(reshape(x0, [3]), zeros([4]), zeros([4]));
        let (b, h, c) = first(reshape(x1, [3]), h, c);
        let (d, h, c) = first(reshape(x2, [3]), h, c);
        let (e, h, c) = first(reshape(x3, [3]), h, c);
        let (a, h, c) = second(widen(a), h, c);
        let (b, h, c) = second(widen(b), h, c);
        let (d, h, c) = second(widen(d), h, c);
        let (e, _, c) = second(widen(e), h, c);
        let rows = concat(reshape(a, [1, 4]), reshape(b, [1, 4]), reshape(d, [1, 4]), reshape(e, [1, 4]));
        rows + expand(reshape(c, [1, 4]), [4, 4])
    }
}

network! {
    /// A network without a state on each row; it is used once more beside the scan.
    pub struct Rows;
    input: [4, 3];
    row: Row;
    fn forward(x) { scan(row, x) + expand(reshape(row(mean(x, axis = 0)), [1, 2]), [4, 2]) }
}

network! {
    pub struct Row;
    input: [3];
    fc: Linear(3 -> 2);
    act: Tanh;
}

network! {
    pub struct RowsWritten;
    input: [4, 3];
    row: Row;
    fn forward(x) {
        let (a, b, c, d) = split(x, axis = 0);
        let rows = concat(
            row(reshape(a, [3])),
            row(reshape(b, [3])),
            row(reshape(c, [3])),
            row(reshape(d, [3]))
        );
        reshape(rows, [4, 2]) + expand(reshape(row(mean(x, axis = 0)), [1, 2]), [4, 2])
    }
}

network! {
    /// The cell is frozen, what comes before it is trained.
    pub struct Frozen;
    input: [5, 3];
    stem: Linear(3 -> 3);
    #[frozen] cell: Cell;
    fn forward(x) {
        let (all, last) = scan(cell, stem(x), zeros([4]));
        mean(all, axis = 0) + last
    }
}

network! {
    pub struct FrozenWritten;
    input: [5, 3];
    stem: Linear(3 -> 3);
    #[frozen] cell: Cell;
    fn forward(x) {
        let (x0, x1, x2, x3, x4) = split(stem(x), axis = 0);
        let a = cell(reshape(x0, [3]), zeros([4]));
        let b = cell(reshape(x1, [3]), a);
        let c = cell(reshape(x2, [3]), b);
        let d = cell(reshape(x3, [3]), c);
        let e = cell(reshape(x4, [3]), d);
        (a + b + c + d + e) / 5.0 + e
    }
}

network! {
    /// A scan within a network within another one.
    pub struct Outer;
    input: [5, 3];
    stem: Linear(3 -> 3);
    inner: Along;
}

network! {
    pub struct OuterWritten;
    input: [5, 3];
    stem: Linear(3 -> 3);
    inner: Written;
}

network! {
    /// A scan whose step is a scan.
    pub struct Grid;
    input: [3, 5, 3];
    grid: ByRow;
    fn forward(x) {
        let (_, last) = scan(grid, x, zeros([4]));
        last
    }
}

network! {
    pub struct ByRow;
    input x: [5, 3];
    input h: [4];
    cell: Cell;
    fn forward(x, h) {
        let (_, last) = scan(cell, x, h);
        last
    }
}

network! {
    pub struct GridWritten;
    input: [3, 5, 3];
    grid: ByRow;
    fn forward(x) {
        let (a, b, c) = split(x, axis = 0);
        let h = grid(reshape(a, [5, 3]), zeros([4]));
        let h = grid(reshape(b, [5, 3]), h);
        grid(reshape(c, [5, 3]), h)
    }
}

/// An inference, losses and outputs of three steps, and the tensors after them.
macro_rules! trained {
    ($N:ty, $device:expr) => {{
        let mut model = model::<$N>($device);
        let (inputs, outputs) =
            (<<$N as Network>::Input as Shape>::LEN, <<$N as Network>::Output as Shape>::LEN);
        let x = Batch::from_vec(numbers(5 * inputs, 77)).unwrap();
        let y = Batch::from_vec(numbers(5 * outputs, 78)).unwrap();
        let inferred = Predictor::new(&model, Capacity(5)).unwrap().run(&x).unwrap();
        let mut all = vec![inferred.items().to_vec()];
        let sgd = Sgd::new(0.1).momentum(0.9);
        let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(6)).unwrap();
        for _ in 0..3 {
            all.push(vec![trainer.step(&x, &y).unwrap()]);
            all.push(trainer.output().unwrap().items().to_vec());
        }
        all.extend(<$N>::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()));
        all
    }};
}

macro_rules! compare {
    ($A:ty, $B:ty) => {
        for (threads, strict) in [(1, false), (3, false), (2, true)] {
            let device = cpu(threads, strict);
            let (found, expected) = (trained!($A, &device), trained!($B, &device));
            assert_eq!(found.len(), expected.len());
            for (i, (a, b)) in found.iter().zip(&expected).enumerate() {
                let close = a.iter().zip(b).all(|(a, b): (&f64, &f64)| (a - b).abs() < 1e-12);
                assert!(close && a.len() == b.len(), "{}, {i}: {a:?}, {b:?}", <$A>::NAME);
            }
        }
        assert_eq!(<$A>::PARAMETERS, <$B>::PARAMETERS);
        assert_eq!(<$A>::MACS, <$B>::MACS);
    };
}

#[test]
fn steps_are_those_written_out() {
    compare!(Along, Written);
    compare!(Reversed, ReversedWritten);
    compare!(Deep, DeepWritten);
    compare!(Rows, RowsWritten);
}

#[test]
fn frozen_networks_pass_the_gradient_through_time() {
    compare!(Frozen, FrozenWritten);
}

#[test]
fn scans_nest() {
    compare!(Outer, OuterWritten);
    compare!(Grid, GridWritten);
}

#[test]
fn an_inference_keeps_two_states_however_long_it_is() {
    const { assert!(Along::INFERENCE.arena < Written::INFERENCE.arena + 64) };
}

/// The gradient of each parameter, along random directions, by central differences of the loss in `f64`.
macro_rules! differences {
    ($N:ty) => {
        let device = cpu(2, false);
        let mut model = model::<$N>(&device);
        let inputs = <<$N as Network>::Input as Shape>::LEN;
        let outputs = <<$N as Network>::Output as Shape>::LEN;
        let x = Batch::from_vec(numbers(3 * inputs, 5)).unwrap();
        let y = Batch::from_vec(numbers(3 * outputs, 6)).unwrap();
        let mut trainer =
            Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.0), Capacity(3)).unwrap();
        trainer.step(&x, &y).unwrap();
        let gradients: Vec<Vec<f64>> =
            <$N>::TENSORS.iter().map(|t| trainer.gradient(t.name).unwrap()).collect();
        drop(trainer);
        for (i, (tensor, gradient)) in <$N>::TENSORS.iter().zip(&gradients).enumerate() {
            let start = model.tensor(tensor.name).unwrap();
            let direction = numbers(start.len(), i as u64 + 40);
            let mut loss_at = |h: f64| {
                let moved = start.iter().zip(&direction).map(|(w, d)| w + h * d);
                model.set_tensor(tensor.name, &moved.collect::<Vec<_>>()).unwrap();
                let found = Predictor::new(&model, Capacity(3)).unwrap().run(&x).unwrap();
                let squares = found.items().iter().zip(y.items()).map(|(f, y)| (f - y) * (f - y));
                squares.sum::<f64>() / (3 * outputs) as f64
            };
            let slope = (loss_at(1e-5) - loss_at(-1e-5)) / 2e-5;
            loss_at(0.0);
            let expected: f64 = gradient.iter().zip(&direction).map(|(g, d)| g * d).sum();
            assert!((slope - expected).abs() < 1e-7, "{}: {slope}, {expected}", tensor.name);
        }
    };
}

#[test]
fn gradients_through_time_are_those_of_central_differences() {
    differences!(Along);
    differences!(Reversed);
    differences!(Deep);
    differences!(Rows);
    differences!(Grid);
}
