//! Numbers for runs of networks.

use nncore::device::Region;
use nncore::tensor::{Role, TensorInfo};
use nnplan::Shape;

/// What a run of a network needs.
pub(crate) struct Data {
    pub(crate) batch: usize,
    pub(crate) capacity: usize,
    pub(crate) seed: u64,
    pub(crate) learning_rate: f64,
    pub(crate) momentum: f64,
    /// One block an input; integers are whole numbers.
    pub(crate) inputs: Vec<Vec<f64>>,
    pub(crate) target: Vec<f64>,
    /// The gradients of the outputs for a [pass](super::pass::pass).
    pub(crate) d_outputs: Vec<Vec<f64>>,
    /// The tensors, in the order of the declaration.
    pub(crate) tensors: Vec<Vec<f64>>,
}

/// The seed of a network's numbers: its own, so that no other network changes what is computed. (FNV-1a, of 32 bits)
pub(crate) fn seed(name: &str) -> u64 {
    let hash = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    name.bytes().fold(0x811c_9dc5, hash).into()
}

/// Numbers for a network of these tensors, inputs and outputs. `numbers` gives some of a scale; of an input with a limit
/// they become whole ones below it.
pub(crate) fn data(
    tensors: &[TensorInfo],
    inputs: &[Region],
    limits: &[Option<usize>],
    outputs: &[Shape],
    batch: usize,
    seed: u64,
    numbers: &mut dyn FnMut(usize, f64) -> Vec<f64>,
) -> Data {
    let tensor = |t: &TensorInfo| {
        let len = t.shape.len();
        let plus = |a: f64, v: Vec<f64>| v.iter().map(|x| a + x).collect::<Vec<_>>();
        match t.role {
            Role::Weight { fan_in, .. } => numbers(len, 1.0 / (fan_in as f64).sqrt()),
            Role::Scale => plus(1.0, numbers(len, 0.3)),
            Role::RunningVariance => numbers(len, 0.3).iter().map(|x| 0.5 + x.abs()).collect(),
            Role::Embedding => numbers(len, 1.0),
            Role::Free(_) | Role::Bias { .. } | Role::Shift | Role::Slope | Role::RunningMean => {
                numbers(len, 0.5)
            }
        }
    };
    let tensors = tensors.iter().map(tensor).collect();
    let input = |(r, limit): (&Region, &Option<usize>)| {
        let values = numbers(batch * r.len, 1.0);
        let below = |n: usize| values.iter().map(|x| (x.abs() * 64.0).round() % n as f64).collect();
        limit.map_or_else(|| values.clone(), below)
    };
    let inputs = inputs.iter().zip(limits).map(input).collect();
    Data {
        tensors,
        batch,
        capacity: batch + batch % 4,
        seed: 11 + seed,
        learning_rate: 0.0625,
        momentum: 0.875,
        inputs,
        d_outputs: outputs.iter().map(|o| numbers(batch * o.len(), 1.0)).collect(),
        target: numbers(batch * outputs[0].len(), 1.0),
    }
}
