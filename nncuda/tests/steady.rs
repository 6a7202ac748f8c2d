//! What a step asks of the driver once it is recorded: one graph, no other kernel, no memory, and nothing waited for.

mod common;

use nncore::optim::Group;
use nncore::prelude::*;
use nncuda_soft::{Counters, counters};

network! {
    struct Net;
    input: [1, 6, 6];
    conv: Conv2d(1 -> 2, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    relu: Relu;
    pool: MaxPool2d(2);
    flat: Flatten;
    drop: Dropout(0.25);
    fc: Linear(18 -> 3);
}

/// Graphs, kernels, allocations and waits of `work`.
fn asked(work: impl FnOnce()) -> [u64; 4] {
    let of = |c: Counters| [c.graph_launches, c.launch_calls, c.allocations, c.waits];
    let before = of(counters());
    work();
    let after = of(counters());
    std::array::from_fn(|i| after[i] - before[i])
}

fn check(what: &str, optimizer: impl Optimizer) {
    let mut model = Model::<Net, _>::init(&common::cuda(), Seed(3)).unwrap();
    let trainer = Trainer::new(&mut model, CrossEntropy::new(), optimizer, Capacity(4));
    let mut trainer = trainer.unwrap();
    let x = Batch::from_vec((0..144).map(|i| (i % 13) as f32 / 13.0).collect()).unwrap();
    let y = Batch::from_vec(vec![0, 1, 2, 1]).unwrap();
    let first = asked(|| trainer.submit(&x, &y).unwrap());
    assert!(first[0] == 0 && first[1] > 10, "{what}: the first step runs call by call: {first:?}");
    // The memory that copies from the host go through is had step by step.
    (0..20).for_each(|_| trainer.submit(&x, &y).unwrap());
    let submitted = asked(|| (0..5).for_each(|_| trainer.submit(&x, &y).unwrap()));
    assert_eq!(submitted, [5, 0, 0, 0], "{what}: steps that are not waited for");
    trainer.take_mean_loss().unwrap();
    let waited = asked(|| (0..5).for_each(|_| assert!(trainer.step(&x, &y).unwrap() > 0.0)));
    assert_eq!(waited, [5, 0, 0, 5], "{what}: a step waits for its loss");
}

// One test: what is counted is the process's.
#[test]
fn a_step_is_one_graph() {
    if common::is_gpu() {
        return; // it does not count
    }
    check("plain", Sgd::new(0.1));
    check("clipped", AdamW::new(0.01).clip_norm(0.1));
    let slower = Group::new().learning_rate(0.5);
    check("grouped", Adam::new(0.01).group("conv.*", slower).decay_weights_only());
}
