//! Batches of samples that lie somewhere, in flash, say.

use crate::random::{Purpose, Seed, Stream};

/// Hands out batches of a borrowed set: its samples are copied to where a step reads them, and made numbers on the way.
///
/// `X` is what the set holds, `f32` or bytes, and `Y` what it is compared with: `u32` for classes, `f32` for numbers. An
/// epoch holds each sample once; its last batch has what is left.
///
/// ```
/// use nncore::prelude::*;
/// use nncore::tiny::Batcher;
///
/// static INPUTS: [u8; 6] = [10, 11, 20, 21, 30, 31]; // three samples of two bytes
/// static LABELS: [u32; 3] = [1, 2, 3];
///
/// let mut order = [0; 3]; // room for the order of an epoch
/// let mut batcher = Batcher::new(&INPUTS, &LABELS, &mut order).expect("three samples");
/// let (mut x, mut labels) = ([0.0; 4], [0; 2]);
///
/// batcher.shuffle(Seed(1), 0);
/// let mut seen = Vec::new();
/// loop {
///     let n = batcher.next_into(&mut x, &mut labels);
///     if n == 0 {
///         break;
///     }
///     assert!(x.chunks(2).zip(&labels).take(n).all(|(x, l)| x[0] == 10.0 * *l as f32));
///     seen.extend_from_slice(&labels[..n]);
/// }
/// seen.sort();
/// assert_eq!(seen, LABELS);
/// ```
#[derive(Debug)]
pub struct Batcher<'d, X, Y> {
    inputs: &'d [X],
    targets: &'d [Y],
    order: &'d mut [u32],
    /// Elements of a sample: of its inputs, and of its targets.
    lens: [usize; 2],
    next: usize,
}

impl<'d, X: Copy + Into<f32>, Y: Copy> Batcher<'d, X, Y> {
    /// The set in its own order, as many samples as `order` has room for; `None` when inputs or targets are not a whole
    /// number for each of them.
    #[must_use]
    pub fn new(inputs: &'d [X], targets: &'d [Y], order: &'d mut [u32]) -> Option<Self> {
        let lens =
            [inputs.len(), targets.len()].map(|len| len.checked_div(order.len()).unwrap_or(0));
        if lens[0] * order.len() != inputs.len() || lens[1] * order.len() != targets.len() {
            return None;
        }
        if lens.contains(&0) {
            return None;
        }
        for (i, place) in order.iter_mut().enumerate() {
            *place = i as u32;
        }
        Some(Self { inputs, targets, order, lens, next: 0 })
    }

    /// Begins an epoch in an order that depends on seed and epoch alone.
    pub fn shuffle(&mut self, seed: Seed, epoch: u64) {
        self.next = 0;
        Stream::new(seed, Purpose::Shuffle, epoch, 0).permutation(self.order);
    }

    /// Begins an epoch in the set's own order.
    pub fn restart(&mut self) {
        self.next = 0;
        for (i, place) in self.order.iter_mut().enumerate() {
            *place = i as u32;
        }
    }

    /// Writes the next samples, as many as both slices have room for; how many they are, 0 at the end of the epoch.
    pub fn next_into(&mut self, inputs: &mut [f32], targets: &mut [Y]) -> usize {
        let [x_len, y_len] = self.lens;
        let rows =
            inputs.chunks_exact_mut(x_len.max(1)).zip(targets.chunks_exact_mut(y_len.max(1)));
        let mut count = 0;
        for (x, y) in rows {
            let Some(i) = self.order.get(self.next) else { break };
            let i = *i as usize;
            let from = self.inputs.get(i * x_len..).unwrap_or(&[]);
            for (x, from) in x.iter_mut().zip(from) {
                *x = (*from).into();
            }
            let from = self.targets.get(i * y_len..).unwrap_or(&[]);
            for (y, from) in y.iter_mut().zip(from) {
                *y = *from;
            }
            self.next += 1;
            count += 1;
        }
        count
    }

    /// The number of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none; there never are.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_a_permutation() {
        let inputs: [f32; 10] = core::array::from_fn(|i| i as f32);
        let targets: [u32; 10] = core::array::from_fn(|i| i as u32);
        let (mut order, mut expected) = ([0; 10], [0; 10]);
        let mut batcher = Batcher::new(&inputs, &targets, &mut order).unwrap();
        for epoch in 0..3 {
            batcher.shuffle(Seed(4), epoch);
            Stream::new(Seed(4), Purpose::Shuffle, epoch, 0).permutation(&mut expected);
            let (mut x, mut y) = ([0.0; 4], [0; 4]);
            let mut place = 0;
            for n in [4, 4, 2, 0] {
                assert_eq!(batcher.next_into(&mut x, &mut y), n);
                for (x, y) in x.iter().zip(&y).take(n) {
                    assert_eq!((*x as u32, *y), (expected[place], expected[place]));
                    place += 1;
                }
            }
        }
        batcher.restart();
        let mut first = [0; 1];
        assert_eq!(batcher.next_into(&mut [0.0; 1], &mut first), 1);
        assert_eq!(first, [0]);
        assert_eq!((batcher.len(), batcher.is_empty()), (10, false));
    }

    #[test]
    fn sets_that_are_no_whole_samples_are_refused() {
        let (inputs, targets) = ([0.0f32; 10], [0u32; 5]);
        assert!(Batcher::new(&inputs, &targets, &mut [0; 5]).is_some());
        assert!(Batcher::new(&inputs, &targets, &mut [0; 4]).is_none());
        assert!(Batcher::new(&inputs, &targets, &mut []).is_none());
        assert!(Batcher::new(&inputs, &[0u32; 0], &mut [0; 5]).is_none());
        assert!(Batcher::<f32, u32>::new(&[], &[], &mut [0; 5]).is_none());
    }
}
