//! The program `siamese`: its gradients, and that it learns.

mod common;
#[allow(dead_code)] // its `main`
#[path = "../src/bin/siamese.rs"]
mod program;

use common::{check_gradients, double, run, score};
use nncore::prelude::*;
use nncore::random::{Purpose, Stream};
use program::{Pairs, Siamese};

const PROGRAM: &str = env!("CARGO_BIN_EXE_siamese");

#[test]
fn gradients_are_right() {
    let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
    let Pairs { left, right, same } = Pairs::draw(4, 0..9, &mut random);
    let (left, right, same) = (double(&left), double(&right), double(&same));
    let loss = BinaryCrossEntropyWithLogits::new();
    check_gradients::<Siamese, _>((&left, &right), &same, &loss);
}

#[test]
fn pictures_of_either_side_go_through_one_network() {
    let names: Vec<_> = Siamese::TENSORS.iter().map(|tensor| tensor.name).collect();
    assert_eq!(names.iter().filter(|name| name.ends_with("point.weight")).count(), 1, "{names:?}");
    // Of equal pictures the points are equal, whatever the weights: what is left is the bias.
    let model = Model::<Siamese, _>::init(&Cpu::with_threads(1).unwrap(), Seed(3)).unwrap();
    let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
    let left = Pairs::draw(5, 0..9, &mut random).left;
    let logits = Predictor::new(&model, Capacity(5)).unwrap().run((&left, &left)).unwrap();
    let bias = model.tensor("same.bias").unwrap();
    assert_eq!(logits.items(), [bias[0]; 5]);
}

#[test]
fn half_of_the_pairs_are_of_the_same_sign() {
    let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
    let pairs = Pairs::draw(200, 0..1000, &mut random);
    let same = pairs.same.items().iter().sum::<f32>();
    assert!((100.0..105.0).contains(&same), "{same}");
    assert_ne!(pairs.left.sample(0), pairs.right.sample(0), "drawn anew");
}

#[test]
fn learns_signs_and_what_signs_are() {
    let out = run(PROGRAM, &["--steps", "60", "--threads", "2"]);
    let [trained, new] = ["signs trained on", "new signs"].map(|name| score(&out, name));
    assert!(trained > 60.0 && new > 60.0, "{out}");
}

#[test]
fn helps() {
    common::assert_helps(PROGRAM, &["--steps <N>", "--seed <N>", "--threads <N>"]);
}
