//! Random numbers from counters: number i of a stream is a function of the seed, the purpose
//! and i, so it depends on no thread, no piece of the batch and no order of asking, and
//! nothing needs to be stored.
//!
//! The function is Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as
//! easy as 1, 2, 3; SC 2011). It is not a source of secrets.

use crate::math::{cos_pi, sqrt_f64};

/// What makes a training reproducible: the same seed gives the same initial parameters,
/// the same order of the data and the same dropout, on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// What random numbers are for: separates the streams of one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Initial parameters.
    Init = 0,
    /// Dropout.
    Dropout = 1,
    /// The order of samples in an epoch.
    Shuffle = 2,
    /// Augmentation of samples.
    Augment = 3,
    /// Synthetic data, and splits of data.
    Data = 4,
}

/// Multipliers and Weyl increments: table 2 and section 3.3 of the paper.
const MULTIPLIERS: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
const INCREMENTS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// Philox4x32 with ten rounds: 128 random bits for each counter under a key.
#[inline]
#[must_use]
pub fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    philox_many(counter.map(|word| [word]), key).map(|[word]| word)
}

/// [`philox`] of N counters at once. Word w of counter i is `counters[w][i]`, in the result
/// too: so it vectorises.
#[inline(always)]
#[must_use]
pub fn philox_many<const N: usize>(counters: [[u32; N]; 4], mut key: [u32; 2]) -> [[u32; N]; 4] {
    let [mut a, mut b, mut c, mut d] = counters;
    for _ in 0..10 {
        for (((a, b), c), d) in a.iter_mut().zip(&mut b).zip(&mut c).zip(&mut d) {
            let left = MULTIPLIERS[0] * u64::from(*a);
            let right = MULTIPLIERS[1] * u64::from(*c);
            *a = (right >> 32) as u32 ^ *b ^ key[0];
            *b = right as u32;
            *c = (left >> 32) as u32 ^ *d ^ key[1];
            *d = left as u32;
        }
        key = [key[0].wrapping_add(INCREMENTS[0]), key[1].wrapping_add(INCREMENTS[1])];
    }
    [a, b, c, d]
}

/// The two halves of a number, the low one first.
#[inline(always)]
fn halves(x: u64) -> [u32; 2] {
    [x as u32, (x >> 32) as u32]
}

/// A stream of random numbers, all of which exist at once: ask for any index in any order.
///
/// `u32`s are numbered 0, 1, 2, …; a `u64`, an `f64` and an index drawn by
/// [`below`](Self::below) take the place of two of them, a normal number of four. So one
/// stream, or one row of it, should serve one kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: [u32; 2],
    row: [u32; 2],
}

impl Stream {
    /// The stream of a seed for a purpose, in which `a` and `b` tell apart what belongs to
    /// that purpose: the tensor, the epoch, the step and the layer.
    ///
    /// Its key is one Philox output under the seed, so two streams are unrelated however
    /// close their seeds and numbers are.
    #[must_use]
    pub fn new(seed: Seed, purpose: Purpose, a: u64, b: u32) -> Self {
        let [low, high] = halves(a);
        let derived = philox([low, high, b, purpose as u32], halves(seed.0));
        Self { key: [derived[0], derived[1]], row: [0; 2] }
    }

    /// Row `row` of the stream: 2⁶⁶ more numbers. A new stream is at row 0.
    #[must_use]
    pub fn row(self, row: u64) -> Self {
        Self { key: self.key, row: halves(row) }
    }

    /// Four numbers: for the indices from `4 * block` on.
    #[inline]
    #[must_use]
    pub fn block(&self, block: u64) -> [u32; 4] {
        self.blocks(block).map(|[word]| word)
    }

    /// The N blocks from `first` on, at once: number `4 * (first + i) + w` is at `[w][i]`.
    #[inline(always)]
    #[must_use]
    pub fn blocks<const N: usize>(&self, first: u64) -> [[u32; N]; 4] {
        let at = |i: usize| halves(first.wrapping_add(i as u64));
        let (low, high) = (core::array::from_fn(|i| at(i)[0]), core::array::from_fn(|i| at(i)[1]));
        philox_many([low, high, [self.row[0]; N], [self.row[1]; N]], self.key)
    }

    /// 32 random bits.
    #[inline]
    #[must_use]
    pub fn u32_at(&self, index: u64) -> u32 {
        self.block(index / 4)[(index % 4) as usize]
    }

    /// 64 random bits.
    #[inline]
    #[must_use]
    pub fn u64_at(&self, index: u64) -> u64 {
        let block = self.block(index / 2);
        let [low, high] =
            if index.is_multiple_of(2) { [block[0], block[1]] } else { [block[2], block[3]] };
        u64::from(high) << 32 | u64::from(low)
    }

    /// Uniform in [0, 1): a multiple of 2⁻²⁴.
    #[inline]
    #[must_use]
    pub fn uniform_f32_at(&self, index: u64) -> f32 {
        (self.u32_at(index) >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// Uniform in [0, 1): a multiple of 2⁻⁵³.
    #[inline]
    #[must_use]
    pub fn uniform_f64_at(&self, index: u64) -> f64 {
        unit(self.u64_at(index))
    }

    /// Normal with mean 0 and variance 1; at most 8.6 away from 0.
    ///
    /// Box-Muller: `√(-2 ln u) cos 2πv`, the same bits everywhere.
    #[must_use]
    pub fn normal_at(&self, index: u64) -> f64 {
        let [a, b, c, d] = self.block(index);
        let u = 1.0 - unit(u64::from(b) << 32 | u64::from(a)); // (0, 1]: its logarithm is finite
        let v = unit(u64::from(d) << 32 | u64::from(c));
        sqrt_f64(-2.0 * libm::log(u)) * cos_pi(v + v)
    }

    /// An integer below `n`; each is as likely as the others but for 2⁻³². 0 when `n` is 0.
    #[inline]
    #[must_use]
    pub fn below(&self, index: u64, n: u32) -> u32 {
        ((u128::from(self.u64_at(index)) * u128::from(n)) >> 64) as u32
    }

    /// Puts the elements into random order (Fisher and Yates), with the first
    /// `items.len()` numbers of [`below`](Self::below).
    pub fn shuffle<T>(&self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64, last as u32 + 1) as usize;
            // Not `swap`, which panics, or has code for it: this one changes nothing where both are the same.
            if let Ok([a, b]) = items.get_disjoint_mut([last, other]) {
                core::mem::swap(a, b);
            }
        }
    }

    /// Fills `out` with the numbers `0..out.len()` in random order.
    pub fn permutation(&self, out: &mut [u32]) {
        for (i, out) in out.iter_mut().enumerate() {
            *out = i as u32;
        }
        self.shuffle(out);
    }

    /// A cursor at the first number.
    #[must_use]
    pub fn cursor(self) -> Random {
        Random { stream: self, next: 0 }
    }
}

/// The upper 53 of 64 bits as a fraction of 1.
#[inline(always)]
pub(crate) fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// A [`Stream`] read from its beginning, for code in which one number simply follows the
/// other. Every draw, of whatever kind, takes one block of the stream, so no bits are
/// used twice; it is four times as slow as reading `u32`s by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Random {
    stream: Stream,
    next: u64,
}

impl Random {
    /// The number of the next block, moving on.
    fn advance(&mut self) -> u64 {
        let block = self.next;
        self.next += 1;
        block
    }

    /// 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        let block = self.advance();
        self.stream.u32_at(4 * block)
    }

    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        let block = self.advance();
        self.stream.u64_at(2 * block)
    }

    /// Uniform in [0, 1).
    pub fn uniform_f32(&mut self) -> f32 {
        let block = self.advance();
        self.stream.uniform_f32_at(4 * block)
    }

    /// Uniform in [0, 1).
    pub fn uniform_f64(&mut self) -> f64 {
        let block = self.advance();
        self.stream.uniform_f64_at(2 * block)
    }

    /// Normal with mean 0 and variance 1.
    pub fn normal(&mut self) -> f64 {
        let block = self.advance();
        self.stream.normal_at(block)
    }

    /// An integer below `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        let block = self.advance();
        self.stream.below(2 * block, n)
    }

    /// Puts the elements into random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u32 + 1) as usize;
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::collections::HashSet;
    use std::vec::Vec;

    #[test]
    fn known_answers_of_random123() {
        // The three philox4x32-10 lines of tests/kat_vectors in Random123 1.14, the authors' code.
        let all = u32::MAX;
        for (counter, key, expected) in [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([all; 4], [all; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ] {
            assert_eq!(philox(counter, key), expected);
            let five = philox_many(counter.map(|word| [7, 7, 7, word, 7]), key);
            assert_eq!(five.map(|words| words[3]), expected);
        }
    }

    #[test]
    fn numbers_never_change() {
        // A seed in a report must mean the same parameters for ever. The numbers are those of
        // a second implementation, in Python's integers and doubles.
        let stream = Stream::new(Seed(1), Purpose::Init, 2, 3);
        assert_eq!([stream.u32_at(0), stream.u32_at(5)], [2_426_033_021, 2_038_090_585]);
        assert_eq!(stream.normal_at(0), 1.348921517242493);
        let mut order = [0; 8];
        stream.permutation(&mut order);
        assert_eq!(order, [4, 3, 1, 7, 6, 0, 5, 2]);
    }
    #[test]
    fn indices_rows_purposes_and_seeds_are_separate() {
        let mut seen = HashSet::new();
        for seed in [0, 1, 1 << 32] {
            for purpose in [Purpose::Init, Purpose::Dropout, Purpose::Shuffle] {
                for (a, b) in [(0, 0), (0, 1), (1, 0), (1 << 32, 0)] {
                    let stream = Stream::new(Seed(seed), purpose, a, b);
                    for row in [0, 1, 1 << 32] {
                        for index in [0, 1, 2, 1 << 34, 1 << 40] {
                            assert!(seen.insert(stream.row(row).u64_at(index)));
                        }
                    }
                }
            }
        }
        let stream = Stream::new(Seed(9), Purpose::Data, 0, 0);
        let blocks: [[u32; 3]; 4] = stream.blocks(5);
        for i in 0..3 {
            let index = 5 + i as u64;
            assert_eq!(blocks.map(|words| words[i]), stream.block(index));
            assert_eq!(blocks[3][i], stream.u32_at(4 * index + 3));
        }
    }

    #[test]
    fn distributions_have_their_moments() {
        // Fixed seed: the bounds are five standard errors wide, and hold or fail for ever.
        let stream = Stream::new(Seed(5), Purpose::Data, 0, 0);
        let n = 100_000u64;
        let moments = |f: &dyn Fn(u64) -> f64| {
            let x: Vec<f64> = (0..n).map(f).collect();
            let mean = x.iter().sum::<f64>() / n as f64;
            (mean, x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n as f64)
        };
        for (mean, variance) in [
            moments(&|i| f64::from(stream.uniform_f32_at(i))),
            moments(&|i| stream.uniform_f64_at(i)),
        ] {
            assert!((mean - 0.5).abs() < 0.005 && (variance - 1.0 / 12.0).abs() < 0.0015);
        }
        let (mean, variance) = moments(&|i| stream.normal_at(i));
        assert!(mean.abs() < 0.016 && (variance - 1.0).abs() < 0.025, "{mean} {variance}");
        let (mean, variance) = moments(&|i| f64::from(stream.below(i, 7)));
        assert!((mean - 3.0).abs() < 0.032 && (variance - 4.0).abs() < 0.06);
        assert!((0..n).all(|i| stream.below(i, 7) < 7 && stream.uniform_f32_at(i) < 1.0));
        assert_eq!((stream.below(3, 0), stream.below(3, 1)), (0, 0));
    }

    #[test]
    fn shuffle_is_a_permutation_and_reaches_every_one() {
        let mut seen = HashSet::new();
        for epoch in 0..200 {
            let mut order = [0; 4];
            Stream::new(Seed(0), Purpose::Shuffle, epoch, 0).permutation(&mut order);
            let mut sorted = order;
            sorted.sort_unstable();
            assert_eq!(sorted, [0, 1, 2, 3]);
            seen.insert(order);
        }
        assert_eq!(seen.len(), 24);
        Stream::new(Seed(0), Purpose::Shuffle, 0, 0).shuffle::<u8>(&mut []);
    }

    #[test]
    fn a_cursor_never_uses_bits_twice() {
        let stream = Stream::new(Seed(3), Purpose::Augment, 1, 2);
        let mut cursor = stream.cursor();
        assert_eq!(cursor.next_u32(), stream.u32_at(0));
        assert_eq!(cursor.uniform_f64(), stream.uniform_f64_at(2));
        assert_eq!(cursor.normal(), stream.normal_at(2));
        assert_eq!(cursor.below(10), stream.below(6, 10));
        assert_eq!(cursor.uniform_f32(), stream.uniform_f32_at(16));
        assert_eq!(cursor.next_u64(), stream.u64_at(10));
        let mut items = [1, 2, 3, 4, 5, 6, 7];
        cursor.shuffle(&mut items);
        items.sort_unstable();
        assert_eq!(items, [1, 2, 3, 4, 5, 6, 7]);
    }
}
