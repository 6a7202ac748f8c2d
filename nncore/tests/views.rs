//! A predictor of a network that reads the tensors of another.
#![cfg(feature = "std")]

use nncore::network::SameLayout;
use nncore::prelude::*;

network! {
    struct Whole;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Tanh;
    fc2: Linear(4 -> 2);
}

network! {
    /// The same up to the activation.
    struct Features;
    input: [3];
    first: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Tanh;
}

network! {
    /// The same with an end of its own.
    struct Probabilities;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Tanh;
    fc2: Linear(4 -> 2);
    soft: Softmax;
}

network! {
    /// Other sizes.
    struct Wider;
    input: [3];
    fc1: Linear(3 -> 5);
}

network! {
    /// More layers.
    struct Deeper;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Tanh;
    fc2: Linear(4 -> 2);
    fc3: Linear(2 -> 2);
}

impl ViewOf<Whole> for Features {
    const LAYOUT: SameLayout = SameLayout::of::<Self, Whole>();
}

impl ViewOf<Whole> for Probabilities {
    const LAYOUT: SameLayout = SameLayout::of::<Self, Whole>();
}

network! {
    /// A chain with views.
    struct Chain;
    input: [1, 6, 6];
    conv: Conv2d(1 -> 2, kernel = 3);
    relu: Relu;
    pool: MaxPool2d(2);
    flat: Flatten;
    fc: Linear(8 -> 3);
    /// What the pool gives.
    view Pooled: pool;
    view Both: (relu, flat);
}

network! {
    struct Graph;
    input left: [3];
    input right: [3];
    a: Linear(3 -> 4);
    b: Linear(4 -> 2);
    fn forward(left, right) {
        let h = tanh(a(left));
        let g = tanh(a(right));
        b(h - g)
    }
    pub view Embedded: h;
}

#[test]
fn views_stop_where_they_say() {
    let device = Cpu::with_threads(1).unwrap();
    let model = Model::<Chain, _>::init(&device, Seed(3)).unwrap();
    let x = Batch::from_vec((0..72).map(|i| (i % 7) as f32 - 3.0).collect()).unwrap();
    let pooled: Batch<Image<2, 2, 2>> =
        Predictor::<Pooled, _>::for_view(&model, Capacity(2)).unwrap().run(&x).unwrap();
    let (relu, flat) =
        Predictor::<Both, _>::for_view(&model, Capacity(2)).unwrap().run(&x).unwrap();
    assert_eq!(pooled.items(), flat.items());
    assert_eq!(relu.sample(0).len(), 32);
    let whole = Predictor::new(&model, Capacity(2)).unwrap().run(&x).unwrap();
    let fc = model.parameters();
    for (n, out) in whole.samples().enumerate() {
        for (o, y) in out.iter().enumerate() {
            let w = &fc.fc_weight[o];
            let sum: f32 = w.iter().zip(flat.sample(n)).map(|(w, x)| w * x).sum();
            assert!((sum + fc.fc_bias[o] - y).abs() < 1e-5);
        }
    }
    // What follows is neither run nor counted.
    assert_eq!(Pooled::PARAMETERS, 20);
    const { assert!(Pooled::FLOPS < Chain::FLOPS) };
}

#[test]
fn a_view_of_a_graph_reads_what_it_needs() {
    let device = Cpu::with_threads(1).unwrap();
    let model = Model::<Graph, _>::init(&device, Seed(3)).unwrap();
    let (left, right) = (
        Batch::from_vec(vec![1.0, -2.0, 0.5]).unwrap(),
        Batch::from_vec(vec![f32::NAN; 3]).unwrap(),
    );
    let h = Predictor::<Embedded, _>::for_view(&model, Capacity(1))
        .unwrap()
        .run((&left, &right))
        .unwrap();
    assert!(h.items().iter().all(|x| x.abs() < 1.0));
}

fn inputs() -> Batch<Vector<3>> {
    Batch::from_vec(vec![0.5, -1.0, 2.0, 1.0, 0.25, -0.75]).unwrap()
}

/// A model whose running statistics are not those of a new one.
fn model() -> Model<Whole, Cpu> {
    let mut model = Model::init(&Cpu::with_threads(1).unwrap(), Seed(3)).unwrap();
    model.set_tensor("norm.running_mean", &[0.1, 0.2, -0.3, 0.4]).unwrap();
    model
}

/// The same values under the names of another network.
fn copied<N: Network>(model: &Model<Whole, Cpu>) -> Model<N, Cpu> {
    let mut copy = Model::<N, _>::init(model.device(), Seed(4)).unwrap();
    for (of_copy, of_model) in N::TENSORS.iter().zip(Whole::TENSORS) {
        let values = model.tensor(of_model.name).unwrap();
        copy.set_tensor(of_copy.name, &values).unwrap();
    }
    copy
}

/// What a view gives is what a model of its own, with the same values, gives.
fn check<V: ViewOf<Whole> + Network<Input = Vector<3>, Output: OneOutput>>() {
    let model = model();
    let copy = copied::<V>(&model);
    let expected = Predictor::new(&copy, Capacity(2)).unwrap().run(&inputs()).unwrap();
    let mut view = Predictor::<V, _>::for_view(&model, Capacity(4)).unwrap();
    assert_eq!(view.run(&inputs()).unwrap(), expected);
}

#[test]
fn a_view_reads_the_tensors_of_the_model() {
    // Its tensors are the first of them.
    check::<Features>();
    check::<Probabilities>();
}

#[test]
fn views_and_the_network_run_side_by_side() {
    let model = model();
    let mut features = Predictor::<Features, _>::for_view(&model, Capacity(2)).unwrap();
    let mut whole = Predictor::new(&model, Capacity(2)).unwrap();
    let logits = whole.run(&inputs()).unwrap();
    let hidden = features.run(&inputs()).unwrap();
    let (weight, bias) = (&model.parameters().fc2_weight, &model.parameters().fc2_bias);
    for (logits, hidden) in logits.samples().zip(hidden.samples()) {
        for (o, logit) in logits.iter().enumerate() {
            let exact: f32 =
                bias[o] + hidden.iter().zip(&weight[o]).map(|(h, w)| h * w).sum::<f32>();
            assert!((logit - exact).abs() < 1e-6, "{logit}, {exact}");
        }
    }
}

#[test]
#[should_panic(expected = "tensors of its network alone")]
fn other_shapes_are_no_view() {
    let _ = SameLayout::of::<Wider, Whole>();
}

#[test]
#[should_panic(expected = "tensors of its network alone")]
fn more_tensors_are_no_view() {
    let _ = SameLayout::of::<Deeper, Whole>();
}
