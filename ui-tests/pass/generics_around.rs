//! Code that is generic over networks and devices.
#![deny(warnings)]
use nncore::network::Other;
use nncore::prelude::*;

network! {
    struct Small;
    input: [4];
    fc: Linear(4 -> 3);
}

network! {
    struct Large;
    input: [4];
    fc1: Linear(4 -> 32);
    act: Gelu;
    fc2: Linear(32 -> 3);
}

fn train<N, D>(device: &D, steps: usize) -> Result<(), nncore::Error>
where
    N: Network<Input = Vector<4>, Output = Vector<3>, Ending = Other>,
    D: Device,
{
    let mut model = Model::<N, D>::init(device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(2))?;
    for _ in 0..steps {
        trainer.step(&Batch::zeros(2), &Batch::zeros(2))?;
    }
    Ok(())
}

struct Ensemble<A: Network, B: Network>(std::marker::PhantomData<(A, B)>);

impl<A: Network, B: Network> Ensemble<A, B> {
    const PARAMETERS: usize = A::COST.parameters + B::COST.parameters;
}

fn main() -> Result<(), nncore::Error> {
    train::<Small, _>(&Cpu::<f32>::new()?, 2)?;
    train::<Large, _>(&Cpu::<f64>::with_options(CpuOptions::default())?, 2)?;
    assert_eq!(Ensemble::<Small, Large>::PARAMETERS, 15 + 160 + 99);
    Ok(())
}
