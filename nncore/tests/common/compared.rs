//! Numbers and models for tests that compare networks.

use nncore::CpuOptions;
use nncore::network::Network;
use nncore::prelude::*;

/// Numbers that look random.
pub(crate) fn numbers(len: usize, seed: u64) -> Vec<f64> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        // xorshift
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 20) % 2001
    };
    (0..len).map(|_| next() as f64 / 1000.0 - 1.0).collect()
}

/// The CPU in `f64`.
pub(crate) fn cpu(threads: usize, strict: bool) -> Cpu<f64> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

/// A model with numbers that depend on the names of its tensors, with `_` for the dots of networks within.
pub(crate) fn model<N: Network>(device: &Cpu<f64>) -> Model<N, Cpu<f64>> {
    let mut model = Model::<N, _>::init(device, Seed(1)).expect("a model");
    for tensor in N::TENSORS {
        let name = tensor.name.replace('.', "_");
        let seed = name.bytes().fold(7, |s: u64, b| s.wrapping_mul(31).wrapping_add(b.into()));
        model.set_tensor(tensor.name, &numbers(tensor.shape.len(), seed)).expect("a tensor");
    }
    model
}
