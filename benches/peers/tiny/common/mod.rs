//! What all trainers share: the samples, the steps, and what is told of them. No crate, since it would be one of those
//! that are counted.

use std::error::Error;

#[cfg(feature = "count")]
mod count;

/// Numbers of a sample.
pub(crate) const FEATURES: usize = 784;

/// Classes that a sample may be of.
pub(crate) const CLASSES: usize = 10;

/// Samples of a step.
pub(crate) const BATCH: usize = 32;

/// For the gradient of the mean of a batch.
pub(crate) const LEARNING_RATE: f32 = 0.02;

/// Steps of a run.
const STEPS: u32 = 200;

/// The width of the noise.
const NOISE: f32 = 2.0;

/// A run of steps: makes up batches, and prints the losses.
pub(crate) struct Run {
    random: Random,
    /// A random sample of each class: its samples are this one under noise.
    patterns: Vec<f32>,
    inputs: Vec<f32>,
    labels: Vec<u32>,
    step: u32,
    first: f32,
    last: f32,
    #[cfg(feature = "count")]
    allocations: u64,
}

impl Run {
    /// Ahead of the first step.
    pub(crate) fn new() -> Self {
        let mut random = Random(1);
        Self {
            patterns: (0..CLASSES * FEATURES).map(|_| random.centred()).collect(),
            random,
            inputs: vec![0.0; BATCH * FEATURES],
            labels: vec![0; BATCH],
            step: 0,
            first: 0.0,
            last: 0.0,
            #[cfg(feature = "count")]
            allocations: 0,
        }
    }

    /// The inputs and labels of the next step; `None` behind the last. From here to [`Run::loss`] allocations count.
    pub(crate) fn batch(&mut self) -> Option<(&[f32], &[u32])> {
        if self.step == STEPS {
            return None;
        }
        for (sample, label) in self.inputs.chunks_exact_mut(FEATURES).zip(&mut self.labels) {
            let class = self.random.next() as usize % CLASSES;
            *label = class as u32;
            for (x, pattern) in sample.iter_mut().zip(&self.patterns[class * FEATURES..]) {
                *x = pattern + NOISE * self.random.centred();
            }
        }
        #[cfg(feature = "count")]
        {
            self.allocations = count::allocations();
        }
        Some((&self.inputs, &self.labels))
    }

    /// Ends a step, whose mean loss this is.
    pub(crate) fn loss(&mut self, loss: f32) {
        #[cfg(feature = "count")]
        {
            self.allocations = count::allocations() - self.allocations;
        }
        if self.step == 0 {
            self.first = loss;
        }
        self.last = loss;
        self.step += 1;
        if self.step.is_multiple_of(50) {
            println!("step {}: loss {loss:.4}", self.step);
        }
    }

    /// Behind the last step.
    ///
    /// # Errors
    ///
    /// The loss has not fallen to a tenth.
    pub(crate) fn end(self) -> Result<(), Box<dyn Error>> {
        #[cfg(feature = "count")]
        println!("allocations of the last step: {}", self.allocations);
        if self.last < 0.1 * self.first {
            return Ok(());
        }
        Err(format!("the loss went from {:.4} to {:.4}", self.first, self.last).into())
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    /// 31 random bits.
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((x ^ (x >> 31)) >> 33) as u32
    }

    /// From -0.5 to 0.5.
    fn centred(&mut self) -> f32 {
        self.next() as f32 / 2_147_483_648.0 - 0.5
    }
}
