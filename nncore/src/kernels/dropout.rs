//! Dropout in training, in place; forward and backward are the same call.

use crate::Element;
use crate::random::{Purpose, Seed, Stream};
use nnplan::Dropout;

/// What the random numbers of one step depend on, besides layer, sample and element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DropoutKey {
    /// The seed of the training.
    pub seed: u64,
    /// The number of the step.
    pub step: u64,
}

/// Philox blocks made at once: 64 numbers.
const BLOCKS: usize = 16;

/// Sets each element to 0 with probability p and multiplies it by `1 / (1 - p)` otherwise,
/// in place (Srivastava et al.: Dropout, 2014; scaled in training, as PyTorch does it).
///
/// `data` is `[samples, len_per_sample]`, of which the first is number `first_sample` of the
/// batch. Whether an element stays is a function of (seed, step, layer, sample, element)
/// alone: nothing is stored, pieces and threads change nothing, and the same call on the
/// gradient is the backward pass. A dropped NaN or ∞ becomes 0.
///
/// # Panics
/// When `data` is not a whole number of samples.
pub fn dropout<T: Element>(
    g: &Dropout,
    key: DropoutKey,
    first_sample: usize,
    len_per_sample: usize,
    data: &mut [T],
) {
    if g.p <= 0.0 || data.is_empty() {
        return;
    }
    assert!(
        len_per_sample != 0 && data.len().is_multiple_of(len_per_sample),
        "{} elements are not whole samples of {len_per_sample}",
        data.len()
    );
    // The element stays when 32 random bits reach p · 2³²; in 64 bits, since p may round to 1.
    let limit = (g.p.min(1.0) * 4_294_967_296.0) as u64;
    let scale = T::from_f64(1.0 / (1.0 - g.p));
    let stream = Stream::new(Seed(key.seed), Purpose::Dropout, key.step, g.layer);
    for (i, sample) in data.chunks_exact_mut(len_per_sample).enumerate() {
        let stream = stream.row((first_sample + i) as u64);
        for (group, data) in sample.chunks_mut(4 * BLOCKS).enumerate() {
            let numbers: [[u32; BLOCKS]; 4] = stream.blocks((group * BLOCKS) as u64);
            // Numbers in the order they are made: element e of a group gets number e / 16 of
            // block e % 16. So a group needs no transposition.
            for (data, numbers) in data.chunks_mut(BLOCKS).zip(&numbers) {
                for (x, &number) in data.iter_mut().zip(numbers) {
                    let kept = *x * scale;
                    *x = if u64::from(number) < limit { T::ZERO } else { kept };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec;
    use std::vec::Vec;

    const KEY: DropoutKey = DropoutKey { seed: 7, step: 3 };

    fn mask(g: Dropout, key: DropoutKey, samples: usize, len: usize) -> Vec<f32> {
        let mut data = vec![1.0; samples * len];
        dropout(&g, key, 0, len, &mut data);
        data
    }

    #[test]
    fn drops_the_right_part_and_scales_the_rest() {
        for p in [0.1, 0.5, 0.75] {
            let data = mask(Dropout { p, layer: 0 }, KEY, 100, 1000);
            let kept = data.iter().filter(|&&x| x != 0.0).count() as f64 / 1e5;
            assert!((kept - (1.0 - p)).abs() < 0.008, "{p}: {kept}"); // five standard errors
            assert!(data.iter().all(|&x| x == 0.0 || x == (1.0 / (1.0 - p)) as f32));
            // No two samples and no two positions share a mask.
            for (a, b) in data.chunks(1000).zip(data.chunks(1000).skip(1)) {
                let same = a.iter().zip(b).filter(|(a, b)| a == b).count() as f64 / 1e3;
                assert!((same - (p * p + (1.0 - p) * (1.0 - p))).abs() < 0.09, "{p}: {same}");
            }
        }
    }

    #[test]
    fn the_mask_depends_on_every_part_of_the_counter_and_on_nothing_else() {
        let g = Dropout { p: 0.5, layer: 2 };
        let whole = mask(g, KEY, 6, 333);
        let mut cut = vec![1.0; whole.len()];
        for (i, piece) in cut.chunks_mut(2 * 333).enumerate() {
            dropout(&g, KEY, 2 * i, 333, piece);
        }
        assert_eq!(whole, cut);
        let wide: Vec<f64> = {
            let mut data = vec![1.0f64; whole.len()];
            dropout(&g, KEY, 0, 333, &mut data);
            data
        };
        assert!(wide.iter().zip(&whole).all(|(&a, &b)| a == f64::from(b)));
        assert_ne!(whole, mask(Dropout { p: 0.5, layer: 3 }, KEY, 6, 333));
        assert_ne!(whole, mask(g, DropoutKey { seed: 8, step: 3 }, 6, 333));
        assert_ne!(whole, mask(g, DropoutKey { seed: 7, step: 4 }, 6, 333));
        // The element's number does not depend on how many follow it.
        assert_eq!(mask(g, KEY, 1, 50), whole[..50]);
    }

    #[test]
    fn the_gradient_is_dropped_where_the_value_was() {
        let g = Dropout { p: 0.3, layer: 1 };
        let forward = mask(g, KEY, 3, 65);
        let mut d: Vec<f32> = (0..3 * 65).map(|i| i as f32 + 1.0).collect();
        dropout(&g, KEY, 0, 65, &mut d);
        for (i, (&d, &kept)) in d.iter().zip(&forward).enumerate() {
            assert_eq!(d, kept * (i as f32 + 1.0));
        }
    }

    #[test]
    fn borders() {
        assert_eq!(mask(Dropout { p: 0.0, layer: 0 }, KEY, 2, 5), [1.0; 10]);
        assert_eq!(mask(Dropout { p: 1.0, layer: 0 }, KEY, 2, 5), [0.0; 10]);
        let mut data = [f32::NAN; 64];
        dropout(&Dropout { p: 1.0, layer: 0 }, KEY, 0, 64, &mut data);
        assert_eq!(data, [0.0; 64]);
        dropout::<f32>(&Dropout { p: 0.5, layer: 0 }, KEY, 0, 0, &mut []);
    }

    #[test]
    #[should_panic(expected = "not whole samples of 3")]
    fn a_part_of_a_sample() {
        dropout(&Dropout { p: 0.5, layer: 0 }, KEY, 0, 3, &mut [1.0f32; 4]);
    }
}
