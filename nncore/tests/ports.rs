//! Networks with several inputs and outputs as layers: the numbers of one network with all layers. Values that read nothing,
//! and what no gradient flows through.
#![cfg(feature = "std")]

#[path = "common/compared.rs"]
mod compared;

use compared::{cpu, model, numbers};
use nncore::network::Other;
use nncore::prelude::*;

network! {
    /// A recurrent cell: what it tells, and its next state.
    pub struct Cell;
    input x: [4];
    input h: [3];
    of_x: Linear(4 -> 3);
    of_h: Linear(3 -> 3);
    fn forward(x, h) {
        let next = tanh(of_x(x) + of_h(h));
        (next * h, next)
    }
}

network! {
    /// Two steps of one cell, and another cell on what the first tells.
    pub struct Composed;
    input: [8];
    cell: Cell;
    widen: Linear(3 -> 4);
    second: Cell;
    head: Linear(3 -> 2);
    fn forward(x) {
        let (a, b) = split(x, axis = 0);
        let (y, h) = cell(a, zeros([3]));
        let (z, h) = cell(b, h + y);
        let (told, _) = second(widen(z), h);
        head(told)
    }
}

network! {
    /// The same layers in one.
    pub struct Flat;
    input: [8];
    cell_of_x: Linear(4 -> 3);
    cell_of_h: Linear(3 -> 3);
    widen: Linear(3 -> 4);
    second_of_x: Linear(4 -> 3);
    second_of_h: Linear(3 -> 3);
    head: Linear(3 -> 2);
    fn forward(x) {
        let (a, b) = split(x, axis = 0);
        let start = zeros([3]);
        let h = tanh(cell_of_x(a) + cell_of_h(start));
        let state = h + h * start;
        let next = tanh(cell_of_x(b) + cell_of_h(state));
        let last = tanh(second_of_x(widen(next * state)) + second_of_h(next));
        head(last * next)
    }
}

network! {
    /// The cells are frozen, and a layer before them is trained.
    pub struct Frozen;
    input: [8];
    stem: Linear(8 -> 8);
    #[frozen] cell: Cell;
    fn forward(x) {
        let (a, b) = split(stem(x), axis = 0);
        let (y, h) = cell(a, zeros([3]));
        let (z, _) = cell(b, h);
        y + z
    }
}

network! {
    /// The same layers in one.
    pub struct FrozenFlat;
    input: [8];
    stem: Linear(8 -> 8);
    #[frozen] cell_of_x: Linear(4 -> 3);
    #[frozen] cell_of_h: Linear(3 -> 3);
    fn forward(x) {
        let (a, b) = split(stem(x), axis = 0);
        let start = zeros([3]);
        let h = tanh(cell_of_x(a) + cell_of_h(start));
        let next = tanh(cell_of_x(b) + cell_of_h(h));
        h * start + next * h
    }
}

/// Losses of three steps, then the tensors by name.
fn trained<N>(device: &Cpu<f64>) -> (Vec<f64>, Vec<(String, Vec<f64>)>)
where
    N: Network<Input = Vector<8>, Output: Shape, Ending = Other>,
{
    let mut model = model::<N>(device);
    let x = Batch::from_vec(numbers(5 * 8, 77)).unwrap();
    let y = Batch::<N::Output, f64>::from_vec(numbers(5 * <N::Output as Shape>::LEN, 78)).unwrap();
    let sgd = Sgd::new(0.1).momentum(0.9);
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(6)).unwrap();
    let losses = (0..3).map(|_| trainer.step(&x, &y).unwrap()).collect();
    let named =
        |t: &nncore::tensor::TensorInfo| (t.name.replace('.', "_"), model.tensor(t.name).unwrap());
    let mut tensors: Vec<_> = N::TENSORS.iter().map(named).collect();
    tensors.sort_by(|a, b| a.0.cmp(&b.0));
    (losses, tensors)
}

fn compare<A, B>()
where
    A: Network<Input = Vector<8>, Output: Shape, Ending = Other>,
    B: Network<Input = Vector<8>, Output = A::Output, Ending = Other>,
{
    for (threads, strict) in [(1, false), (3, false), (2, true)] {
        let device = cpu(threads, strict);
        let (found, expected) = (trained::<A>(&device), trained::<B>(&device));
        let close = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12);
        assert!(close(&found.0, &expected.0), "{:?}, {:?}", found.0, expected.0);
        assert_eq!(found.1.len(), expected.1.len());
        for ((name, a), (other, b)) in found.1.iter().zip(&expected.1) {
            assert_eq!(name, other);
            assert!(close(a, b), "{name}: {a:?}, {b:?}");
        }
    }
}

#[test]
fn networks_of_several_values_are_layers() {
    compare::<Composed, Flat>();
    assert_eq!(Composed::PARAMETERS, Flat::PARAMETERS);
    assert_eq!(Composed::MACS, Flat::MACS);
}

#[test]
fn frozen_ones_pass_the_gradient_through() {
    compare::<Frozen, FrozenFlat>();
}

mod starts {
    pub(crate) const SCALE: f64 = 1.5;
}

network! {
    /// A free parameter that scales, and one that is added.
    pub struct Free;
    input: [2, 3];
    scale: Parameter([2, 1], init = starts::SCALE);
    shift: Parameter(3, init = normal(0.5));
    fn forward(x) {
        let y = x * expand(scale, [2, 3]);
        mean(y + expand(reshape(shift, [1, 3]), [2, 3]), axis = 0) + shift
    }
}

#[test]
fn free_parameters_are_trained() {
    let device = cpu(2, false);
    let mut model = Model::<Free, _>::init(&device, Seed(4)).unwrap();
    let names: Vec<_> = Free::TENSORS.iter().map(|t| (t.name, t.shape.rank())).collect();
    assert_eq!((names, Free::PARAMETERS), (vec![("scale", 2), ("shift", 1)], 5));
    assert_eq!(model.tensor("scale").unwrap(), [1.5; 2]);
    let start = model.tensor("shift").unwrap();
    assert!(start.iter().all(|v| *v != 0.0 && v.abs() < 2.5), "{start:?}");
    model.set_tensor("shift", &[1.0, 2.0, 3.0]).unwrap();
    let x =
        Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0]).unwrap();
    let y = Predictor::new(&model, Capacity(2)).unwrap().run(&x).unwrap();
    // The mean of the scaled rows, and twice the shift.
    assert_eq!(y.items(), [5.75, 9.25, 12.75, 3.5, 5.5, 7.5]);
    // Mean squared error of two samples of three: d_y = (y - t) / 3.
    let target = Batch::from_vec(vec![2.75, 6.25, 9.75, 0.5, 2.5, 4.5]).unwrap();
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(3)).unwrap();
    trainer.step(&x, &target).unwrap();
    let d_scale = trainer.gradient("scale").unwrap();
    let d_shift = trainer.gradient("shift").unwrap();
    assert_eq!(d_scale, [3.0, 10.5]); // 1 / 2 of the sums of the rows: 6 and 15 + 6
    assert_eq!(d_shift, [4.0; 3]); // each d_y is 1, and reaches the shift twice
}

network! {
    /// What is detached is used, and not trained through.
    pub struct Detached;
    input: [3];
    fc: Linear(3 -> 3);
    fn forward(x) {
        let h = fc(x);
        h * detach(h)
    }
}

#[test]
fn no_gradient_flows_through_what_is_detached() {
    let device = cpu(1, false);
    let mut model = Model::<Detached, _>::init(&device, Seed(4)).unwrap();
    model.set_tensor("fc.weight", &[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]).unwrap();
    model.set_tensor("fc.bias", &[0.0; 3]).unwrap();
    let x = Batch::from_vec(vec![1.0, 2.0, 3.0]).unwrap();
    let target = Batch::from_vec(vec![-0.5, 2.5, 7.5]).unwrap();
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(1)).unwrap();
    trainer.step(&x, &target).unwrap();
    assert_eq!(trainer.output().unwrap().items(), [1.0, 4.0, 9.0]);
    // d_y = 2 (y - t) / 3 = 1, and d_h = d_y h alone.
    assert_eq!(trainer.gradient("fc.bias").unwrap(), [1.0, 2.0, 3.0]);
}

network! {
    /// The output layer of a language model has the rows of its embedding (Press and Wolf, 2017).
    pub struct Tied;
    input: [2] in 0..5;
    table: Embedding(5 -> 3);
    out: Linear(3 -> 5);
    again: Linear(3 -> 5, bias = false);
    out.weight = table.weight;
    again.weight = out.weight;
    fn forward(x) {
        let h = mean(table(x), axis = 0);
        out(tanh(h)) + again(h)
    }
}

#[test]
fn tied_weights_are_one_tensor() {
    let device = cpu(2, false);
    let names: Vec<_> = Tied::TENSORS.iter().map(|t| t.name).collect();
    assert_eq!(names, ["table.weight", "out.bias"]);
    assert_eq!(Tied::PARAMETERS, 15 + 5);
    let mut model = Model::<Tied, _>::init(&device, Seed(4)).unwrap();
    let start = numbers(15, 3);
    model.set_tensor("table.weight", &start).unwrap();
    model.set_tensor("out.bias", &[0.0; 5]).unwrap();
    let x = Batch::<Indices<2, 5>, f64>::from_vec(vec![0, 3, 4, 4, 1, 0]).unwrap();
    let y = Batch::from_vec(numbers(15, 9)).unwrap();
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.0), Capacity(3)).unwrap();
    trainer.step(&x, &y).unwrap();
    let gradient = trainer.gradient("table.weight").unwrap();
    drop(trainer);
    for i in 0..15 {
        let mut loss_at = |h: f64| {
            let mut moved = start.clone();
            moved[i] += h;
            model.set_tensor("table.weight", &moved).unwrap();
            let found = Predictor::new(&model, Capacity(3)).unwrap().run(&x).unwrap();
            let squares = found.items().iter().zip(y.items()).map(|(f, y)| (f - y) * (f - y));
            squares.sum::<f64>() / 15.0
        };
        let slope = (loss_at(1e-5) - loss_at(-1e-5)) / 2e-5;
        assert!((slope - gradient[i]).abs() < 1e-8, "{i}: {slope}, {}", gradient[i]);
    }
}

network! {
    /// Twenty values, whatever a call takes.
    pub struct Many;
    input: [2];
    a: Parameter(1, init = 0.5);
    fn forward(x) {
        let (u, v) = split(x);
        let y = u * a;
        concat(y, u, v, u, v, u, v, u, v, u, v, u, v, u, v, u, v, u, v, y)
    }
}

#[test]
fn any_number_of_values_is_joined() {
    let device = cpu(1, false);
    let mut model = Model::<Many, _>::init(&device, Seed(4)).unwrap();
    let x = Batch::from_vec(vec![2.0, 3.0, 4.0, 5.0]).unwrap();
    let y = Predictor::new(&model, Capacity(2)).unwrap().run(&x).unwrap();
    let row = |u: f64, v: f64| {
        let mut row = vec![u / 2.0];
        (0..9).for_each(|_| row.extend([u, v]));
        row.push(u / 2.0);
        row
    };
    assert_eq!(y.items(), [row(2.0, 3.0), row(4.0, 5.0)].concat());
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(2)).unwrap();
    let mut target = y.clone();
    target.items_mut().iter_mut().for_each(|t| *t -= 1.0);
    trainer.step(&x, &target).unwrap();
    // d_y = 2 / 40, and `a` stands twice in each row.
    assert_eq!(trainer.gradient("a").unwrap(), [2.0 / 40.0 * 2.0 * (2.0 + 4.0)]);
}
