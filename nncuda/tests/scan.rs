//! Networks along sequences, of several values, and free parameters, on a GPU beside the CPU.

mod common;

use nncore::device::Device;
use nncore::prelude::*;

network! {
    /// A cell with a value and two states.
    pub struct Gates;
    input x: [3];
    input h: [4];
    input c: [4];
    of_x: Linear(3 -> 8);
    of_h: Linear(4 -> 8, bias = false);
    fn forward(x, h, c) {
        let (a, b) = split(of_x(x) + of_h(h));
        let c = sigmoid(a) * c + tanh(b);
        (c * 0.5, tanh(c), c)
    }
}

network! {
    pub struct States;
    input: [5, 3];
    stem: Linear(3 -> 3);
    gates: Gates;
    start: Parameter(4, init = normal(0.5));
    head: Linear(4 -> 3);
    fn forward(x) {
        let (all, h, c) = scan(gates, stem(x), start, zeros([4]));
        let (back, last, _) = scan(gates, head(all), h, c, reverse = true);
        mean(back, axis = 0) + last * detach(h)
    }
}

/// Losses of steps that run, are recorded, and are replayed; the tensors after them; an inference.
fn trained<D: Device<Element = f32>>(device: &D) -> Vec<Vec<f32>> {
    let numbers = |n: usize, salt: usize| -> Vec<f32> {
        (0..n).map(|i| ((i * 7919 + salt * 104_729) % 1009) as f32 / 504.5 - 1.0).collect()
    };
    let mut model = Model::<States, _>::init(device, Seed(4)).expect("a model");
    let sgd = Sgd::new(0.1).momentum(0.9);
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError, sgd, Capacity(6)).expect("a trainer");
    let mut all = Vec::new();
    for (step, n) in [6, 6, 6, 6, 3].into_iter().enumerate() {
        let x = Batch::from_vec(numbers(n * 15, step)).expect("samples");
        let y = Batch::from_vec(numbers(n * 4, step + 9)).expect("targets");
        all.push(vec![trainer.step(&x, &y).expect("a step")]);
    }
    drop(trainer);
    all.extend(States::TENSORS.iter().map(|t| model.tensor(t.name).unwrap()));
    let x = Batch::from_vec(numbers(4 * 15, 7)).expect("samples");
    let y = Predictor::new(&model, Capacity(4)).expect("a predictor").run(&x).expect("outputs");
    all.push(y.items().to_vec());
    all
}

#[test]
fn sequences_are_those_of_the_cpu() {
    let found = trained(&common::cuda());
    let expected = trained(&Cpu::<f32>::with_threads(1).expect("a thread"));
    for (i, (f, e)) in found.iter().zip(&expected).enumerate() {
        let scale = e.iter().fold(1e-3f32, |m, x| m.max(x.abs()));
        for (f, e) in f.iter().zip(e) {
            assert!((f - e).abs() <= 1e-5 * scale, "{i}: {f}, not {e}\n{}", common::fault());
        }
    }
    assert_eq!(found, trained(&common::cuda()), "the same bits again");
}
