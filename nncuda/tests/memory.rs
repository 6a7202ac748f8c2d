//! A GPU that has not enough memory: what was asked for and what is free is told, nothing is lost, and the process goes on.

mod common;

use nncore::prelude::*;
use nncuda::CudaError;

network! {
    struct Net;
    input: [256];
    fc1: Linear(256 -> 512);
    act: Relu;
    fc2: Linear(512 -> 10);
}

fn train(capacity: usize) -> Result<f32, nncore::Error> {
    let mut model = Model::<Net, _>::init(&common::cuda(), Seed(1))?;
    let adam = Adam::new(0.01);
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), adam, Capacity(capacity))?;
    let labels = Batch::from_vec(vec![1, 2])?;
    trainer.step(&Batch::zeros(2), &labels)
}

// One test: the limit is the process's.
#[test]
fn what_was_asked_for_is_told_and_smaller_batches_go() {
    if common::is_gpu() {
        eprintln!("\n*** SKIPPED: the memory of a GPU is not made small");
        return;
    }
    let _ = common::cuda();
    nncuda_soft::set_memory_limit(16 << 20);
    // The device keeps memory that copies go through.
    (0..3).for_each(|_| drop(train(1 << 20).unwrap_err()));
    let before = nncuda_soft::counters().allocated;
    for _ in 0..3 {
        let error = train(1 << 20).unwrap_err();
        let text = error.to_string();
        let nncore::Error::Device(error) = error else { panic!("{text}") };
        let Some(CudaError::OutOfMemory { asked, free, total }) = error.downcast_ref() else {
            panic!("{text}")
        };
        assert!(*asked > *free && *free > 0 && *total == 16 << 20, "{text}");
        assert!(text.contains("help: give a smaller `Capacity`"), "{text}");
        assert_eq!(nncuda_soft::counters().allocated, before, "nothing is lost");
    }
    assert!(train(4).unwrap().is_finite());
}
