//! Every loss, declared.
#![deny(warnings)]
use nncore::prelude::*;

network! { struct A; input: [4]; fc: Linear(4 -> 3); loss: CrossEntropy(label_smoothing = 0.1, ignore_index = 255); }
network! { struct B; input: [4]; fc: Linear(4 -> 3); loss: BinaryCrossEntropyWithLogits; }
network! { struct C; input: [4]; fc: Linear(4 -> 3); loss: MeanSquaredError; }
network! { struct D; input: [4]; fc: Linear(4 -> 3); loss: L1; }
network! { struct E; input: [4]; fc: Linear(4 -> 3); loss: Huber(delta = 0.5); }
network! { struct F; input: [4, 2]; fc: Linear(2 -> 3); loss: Huber; }

fn first<N: nncore::network::DeclaredLoss>() -> Result<f32, nncore::Error>
where
    N::Input: Shape,
{
    let mut model = Model::<N, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(2))?;
    trainer.step(&Batch::zeros(2), &Batch::zeros(2))
}

fn main() -> Result<(), nncore::Error> {
    for loss in [first::<A>()?, first::<B>()?, first::<C>()?, first::<D>()?, first::<E>()?, first::<F>()?] {
        assert!(loss.is_finite());
    }
    Ok(())
}
