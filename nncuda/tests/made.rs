//! A kernel is made once: for all layers, models and batches that need the same one.

mod common;

use nncore::prelude::*;
use nncuda_soft::counters;

network! {
    struct Three;
    input: [3, 12];
    fc: Linear(12 -> 5);
}

network! {
    /// The same layer over more rows.
    struct Six;
    input: [6, 12];
    fc: Linear(12 -> 5);
}

/// Modules that the driver loads meanwhile.
fn loaded(work: impl FnOnce()) -> u64 {
    let before = counters().modules;
    work();
    counters().modules - before
}

fn numbers(n: usize) -> Vec<f32> {
    (0..n).map(|i| (i * 37 % 101) as f32 / 50.0 - 1.0).collect()
}

/// A step of training of a new model.
macro_rules! step {
    ($Net:ident, $rows:literal, $batch:literal) => {{
        let mut model = Model::<$Net, _>::init(&common::cuda(), Seed(1)).unwrap();
        let (loss, optimizer) = (MeanSquaredError::new(), Adam::new(0.01));
        let trainer = Trainer::new(&mut model, loss, optimizer, Capacity($batch));
        let x = Batch::from_vec(numbers($batch * $rows * 12)).unwrap();
        let y = Batch::from_vec(numbers($batch * $rows * 5)).unwrap();
        trainer.unwrap().step(&x, &y).unwrap();
    }};
}

// One test: what is counted is the process's.
#[test]
fn the_same_kernel_is_made_once() {
    drop(common::cuda());
    let first = loaded(|| step!(Three, 3, 4));
    assert!(common::is_gpu() || first > 4, "{first}");
    assert_eq!(loaded(|| step!(Three, 3, 4)), 0, "another model");
    assert_eq!(loaded(|| step!(Three, 3, 6)), 0, "another batch");
    assert_eq!(loaded(|| step!(Six, 6, 4)), 0, "other rows");
    let steps = || {
        step!(Three, 3, 4);
        step!(Six, 6, 4);
    };
    let kernels = common::cuda().profile(steps).unwrap().1;
    assert!(kernels.len() as u64 >= first.min(5), "{kernels:?}");
    for kernel in &kernels {
        assert_eq!(kernel.calls, 2, "{kernel}");
    }
}
