//! Trains and runs compiled networks, and notes down what they compute.

use nncore::Error;
use nncore::network::Network;
use nncore::prelude::*;
use nncore::tensor::TensorInfo;

use super::data::Data;

/// One step of training.
pub(crate) struct Step {
    pub(crate) loss: f64,
    pub(crate) output: Vec<f64>,
    /// By tensor; `None` for running statistics.
    pub(crate) gradients: Vec<Option<Vec<f64>>>,
    /// The tensors behind the step.
    pub(crate) tensors: Vec<Vec<f64>>,
}

/// What a trainer and a predictor compute.
pub(crate) struct Observed {
    pub(crate) steps: Vec<Step>,
    /// The output of an inference behind the steps.
    pub(crate) inferred: Vec<f64>,
    /// The loss of an evaluation of the same batch.
    pub(crate) evaluated: f64,
}

/// The costs of the layers count each number of the tensors once, the frozen ones apart.
fn check_counts<N: Network>() {
    let of = |is_counted: fn(&TensorInfo) -> bool| -> usize {
        N::TENSORS.iter().filter(|tensor| is_counted(tensor)).map(|t| t.shape.len()).sum()
    };
    assert_eq!(N::COST.parameters, of(|tensor| !tensor.is_kept()), "{}", N::NAME);
    assert_eq!(N::COST.frozen, of(|tensor| tensor.is_frozen), "{}", N::NAME);
}

/// Two steps of SGD with momentum on one batch, then an inference.
pub(crate) fn observe<N>(device: &Cpu<f64>, data: &Data) -> Result<Observed, Error>
where
    N: Network<Input: OneInput<f64>, Output: OneOutput<f64>>,
{
    check_counts::<N>();
    let mut model = Model::<N, _>::init(device, Seed(0))?;
    for (tensor, values) in N::TENSORS.iter().zip(&data.tensors) {
        model.set_tensor(tensor.name, values)?;
    }
    let input = Batch::<N::Input, f64>::from_vec(data.inputs[0].clone())?;
    let target = Batch::<N::Output, f64>::from_vec(data.target.clone())?;
    let sgd = Sgd::new(data.learning_rate).momentum(data.momentum);
    let capacity = Capacity(data.capacity);
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, sgd, capacity)?;
    trainer = trainer.seed(Seed(data.seed));
    let mut steps = Vec::new();
    for _ in 0..2 {
        let loss = trainer.step(&input, &target)?;
        let mut step = Step {
            loss,
            output: trainer.output()?.items().to_vec(),
            gradients: Vec::new(),
            tensors: Vec::new(),
        };
        for tensor in N::TENSORS {
            let gradient = (!tensor.is_kept()).then(|| trainer.gradient(tensor.name));
            step.gradients.push(gradient.transpose()?);
            step.tensors.push(trainer.model().tensor(tensor.name)?);
        }
        steps.push(step);
    }
    let mut predictor = Predictor::new(&model, capacity)?;
    let inferred = predictor.run(&input)?.items().to_vec();
    let evaluated = predictor.evaluate(&input, &target, &MeanSquaredError)?;
    Ok(Observed { steps, inferred, evaluated })
}
