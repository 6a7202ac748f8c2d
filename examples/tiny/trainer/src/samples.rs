//! Data that are made up.

use nncore::random::{Purpose, Seed, Stream};

/// Makes up samples: each class is a random pattern, and a sample is that pattern under noise.
pub(crate) struct Samples<const FEATURES: usize, const CLASSES: u32> {
    seed: Seed,
    /// The width of the noise.
    noise: f32,
    step: u64,
}

impl<const FEATURES: usize, const CLASSES: u32> Samples<FEATURES, CLASSES> {
    /// The samples of a seed.
    pub(crate) const fn new(seed: Seed, noise: f32) -> Self {
        Self { seed, noise, step: 0 }
    }

    /// The next batch.
    pub(crate) fn next(&mut self, inputs: &mut [f32], labels: &mut [u32]) {
        for (i, (sample, label)) in inputs.chunks_exact_mut(FEATURES).zip(labels).enumerate() {
            let noise = Stream::new(self.seed, Purpose::Data, self.step, 1 + i as u32);
            *label = noise.below(0, CLASSES);
            let pattern = Stream::new(self.seed, Purpose::Data, 0, 0).row(u64::from(*label));
            for (k, x) in sample.iter_mut().enumerate() {
                let k = k as u64;
                let offset = self.noise * (noise.uniform_f32_at(1 + k) - 0.5);
                *x = pattern.uniform_f32_at(k) - 0.5 + offset;
            }
        }
        self.step += 1;
    }
}
