//! Every loss, declared.
#![deny(warnings)]
use nncore::loss::LossOf;
use nncore::network::DeclaredLoss;
use nncore::prelude::*;
use nncore::shape::Sample;

network! { struct A; input: [4]; fc: Linear(4 -> 3); loss: CrossEntropy(label_smoothing = 0.1, ignore_index = 255); }
network! { struct B; input: [4]; fc: Linear(4 -> 3); loss: BinaryCrossEntropyWithLogits; }
network! { struct C; input: [4]; fc: Linear(4 -> 3); loss: MeanSquaredError; }
network! { struct D; input: [4]; fc: Linear(4 -> 3); loss: L1; }
network! { struct E; input: [4]; fc: Linear(4 -> 3); loss: Huber(delta = 0.5); }
network! { struct F; input: [4, 2]; fc: Linear(2 -> 3); loss: Huber; }

fn first<N, S>() -> Result<f32, nncore::Error>
where
    N: DeclaredLoss<Input: OneInput>,
    N::Loss: for<'a> LossOf<N, Targets<'a, f32> = &'a Batch<S>>,
    S: Sample,
{
    let mut model = Model::<N, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(2))?;
    trainer.step(&Batch::zeros(2), &Batch::zeros(2))
}

fn main() -> Result<(), nncore::Error> {
    for loss in [first::<A, _>()?, first::<B, _>()?, first::<C, _>()?, first::<D, _>()?, first::<E, _>()?, first::<F, _>()?] {
        assert!(loss.is_finite());
    }
    Ok(())
}
