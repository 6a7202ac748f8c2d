//! The ranges that patterns make of a network's tensors.

extern crate std;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::*;
use crate::optim::{AdamW, Optimizer, Sgd};
use crate::tensor::{Role, Sizes};

const WEIGHT: Role = Role::Weight { fan_in: 1, fan_out: 1 };
const BIAS: Role = Role::Bias { fan_in: 1 };

const fn tensor(name: &'static str, offset: usize, len: usize, role: Role) -> TensorInfo {
    TensorInfo { name, shape: Sizes::new(&[len]), offset, role, is_frozen: false }
}

/// With room between them, and running statistics among them.
const TENSORS: [TensorInfo; 8] = [
    tensor("conv1.weight", 0, 20, WEIGHT),
    tensor("conv1.bias", 32, 5, BIAS),
    tensor("norm.weight", 48, 5, Role::Scale),
    tensor("norm.bias", 64, 5, Role::Shift),
    tensor("norm.running_mean", 0, 5, Role::RunningMean),
    tensor("norm.running_var", 16, 5, Role::RunningVariance),
    tensor("fc.weight", 80, 10, WEIGHT),
    tensor("fc.bias", 96, 2, BIAS),
];
const LEN: usize = 112;

/// Begin, end, and the factors of learning rate and weight decay.
fn ranges(optimizer: &impl Optimizer) -> Vec<(usize, usize, f64, f64)> {
    let ranges = optimizer.settings().ranges(&TENSORS, LEN).unwrap();
    let plain =
        |r: UpdateRange| (r.elements.start, r.elements.end, r.learning_rate, r.weight_decay);
    ranges.into_iter().map(plain).collect()
}

#[test]
fn without_groups_there_is_one_range() {
    assert_eq!(ranges(&Sgd::new(0.1)), [(0, LEN, 1.0, 1.0)]);
    assert_eq!(ranges(&Sgd::new(0.1).group("*", Group::new())), [(0, LEN, 1.0, 1.0)]);
    let none = Sgd::new(0.1).decay_weights_only();
    assert_eq!(none.settings().ranges(&TENSORS[4..6], 0).unwrap(), []);
}

#[test]
fn a_range_has_the_room_behind_its_tensors_and_takes_neighbours_that_are_alike() {
    let sgd = Sgd::new(0.1).group("fc.*", Group::new().learning_rate(0.1).weight_decay(0.0));
    assert_eq!(ranges(&sgd), [(0, 80, 1.0, 1.0), (80, LEN, 0.1, 0.0)]);
    let sgd = Sgd::new(0.1).group("conv1.weight", Group::new().learning_rate(2.0));
    assert_eq!(ranges(&sgd), [(0, 32, 2.0, 1.0), (32, LEN, 1.0, 1.0)]);
    // Groups that are alike are one.
    let slow = Group::new().learning_rate(0.5);
    let sgd = Sgd::new(0.1).group("norm.weight", slow).group("norm.bias", slow);
    assert_eq!(ranges(&sgd), [(0, 48, 1.0, 1.0), (48, 80, 0.5, 1.0), (80, LEN, 1.0, 1.0)]);
}

#[test]
fn the_first_match_wins() {
    let (slow, slower) = (Group::new().learning_rate(0.5), Group::new().learning_rate(0.1));
    let sgd = Sgd::new(0.1).group("*.bias", slow).group("fc.*", slower);
    let expected = [
        (0, 32, 1.0, 1.0),
        (32, 48, 0.5, 1.0),
        (48, 64, 1.0, 1.0),
        (64, 80, 0.5, 1.0),
        (80, 96, 0.1, 1.0),
        (96, LEN, 0.5, 1.0),
    ];
    assert_eq!(ranges(&sgd), expected);
    // One that comes too late for all of its tensors is none that matches nothing.
    let sgd = Sgd::new(0.1).group("*", slow).group("fc.*", slower);
    assert_eq!(ranges(&sgd), [(0, LEN, 0.5, 1.0)]);
}

#[test]
fn biases_and_norms_are_not_decayed() {
    let adam = AdamW::new(0.1).decay_weights_only();
    let expected = [(0, 32, 1.0, 1.0), (32, 80, 1.0, 0.0), (80, 96, 1.0, 1.0), (96, LEN, 1.0, 0.0)];
    assert_eq!(ranges(&adam), expected);
    // No group brings it back to them, but one can take it from weights.
    let adam = adam.group("fc.*", Group::new().weight_decay(0.5));
    let expected = [(0, 32, 1.0, 1.0), (32, 80, 1.0, 0.0), (80, 96, 1.0, 0.5), (96, LEN, 1.0, 0.0)];
    assert_eq!(ranges(&adam), expected);
}

/// The help of the error for one more group.
fn help(pattern: &str, tensors: &[TensorInfo]) -> String {
    let mut settings = Sgd::new(0.1).group(pattern, Group::new()).settings().clone();
    if tensors.len() == TENSORS.len() {
        settings.groups.insert(0, ("fc.*".into(), Group::new()));
    }
    let text = settings.ranges(tensors, LEN).unwrap_err().to_string();
    let (error, help) = text.split_once("\nhelp: ").unwrap();
    let expected = format!(
        "a group of the optimizer matches no trained tensor\nexpected: a name, or a part of it and `*` for any text\n   found: `{pattern}`"
    );
    assert_eq!(error, expected);
    help.into()
}

#[test]
fn a_pattern_without_a_tensor_is_an_error() {
    assert_eq!(help("fc2.*", &TENSORS), "the nearest name is `fc.weight`");
    assert_eq!(help("fc", &TENSORS), "the nearest name is `fc.bias`");
    assert_eq!(help("cnv1.bias", &TENSORS), "the nearest name is `conv1.bias`");
    assert_eq!(help("*.wieght", &TENSORS), "the nearest name is `conv1.weight`");
    // Running statistics are not trained.
    assert_eq!(help("norm.running_mean", &TENSORS), "the nearest name is `norm.weight`");
    assert_eq!(help("*", &TENSORS[4..6]), "the network has no trained tensors");
}

#[test]
fn the_order_of_tensors_is_that_of_their_places() {
    let optimizer =
        Sgd::new(0.1).group("fc.*", Group::new().learning_rate(2.0)).decay_weights_only();
    let of = |tensors: &[TensorInfo]| optimizer.settings().ranges(tensors, LEN).unwrap();
    let expected = of(&TENSORS);
    assert!(expected.len() > 2);
    let mut tensors = TENSORS.to_vec();
    tensors.reverse();
    assert_eq!(of(&tensors), expected);
    tensors.swap(0, 5);
    // One without elements has no place: it hides none that begins where it lies.
    tensors.insert(0, tensor("empty.weight", 80, 0, WEIGHT));
    tensors.push(tensor("empty.bias", 0, 0, BIAS));
    assert_eq!(of(&tensors), expected);
}
