//! Counter-based random numbers for data: a key is a hash of what it is for, and the
//! numbers drawn from it depend on nothing else.
//!
//! The hash is the output function of SplitMix64 (Steele, Lea, Flood: Fast splittable
//! pseudorandom number generators, 2014): integer arithmetic, so the same everywhere.

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15; // 2^64 / the golden ratio, made odd: SplitMix64's step

/// What a key is for, so that equal numbers never share draws.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Shuffle = 1,
    Augment = 2,
    Split = 3,
    Shape = 4,
    Noise = 5,
}

pub(super) const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The key of (purpose, seed, a, b).
pub(super) const fn key(purpose: Purpose, seed: u64, a: u64, b: u64) -> u64 {
    let h = mix((purpose as u64).wrapping_mul(GOLDEN));
    let h = mix(h.wrapping_add(seed).wrapping_add(GOLDEN));
    let h = mix(h.wrapping_add(a).wrapping_add(GOLDEN));
    mix(h.wrapping_add(b).wrapping_add(GOLDEN))
}

/// The numbers of a key, one after another.
pub(super) struct Draws(u64);

impl Draws {
    pub(super) const fn new(key: u64) -> Self {
        Self(key)
    }

    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// Uniform in `0..n`; 0 for n = 0. The bias is below n / 2^64.
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// Uniform in `[0, 1)`, a multiple of 2^-24.
    pub(super) fn unit(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / 16_777_216.0
    }

    /// Uniform in `[low, high)`.
    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// Uniform in `-range..=range`.
    pub(super) fn around_zero(&mut self, range: usize) -> isize {
        self.below(2 * range + 1) as isize - range as isize
    }

    pub(super) fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// Fisher-Yates.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i + 1);
            items.swap(i, j);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn follows_splitmix64() {
        // The first numbers of the authors' splitmix64.c for the state 1234567.
        let mut draws = Draws::new(1_234_567);
        assert_eq!(draws.bits(), 6_457_827_717_110_365_317);
        assert_eq!(draws.bits(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn keys_differ_in_every_part() {
        let keys = [
            key(Purpose::Shuffle, 1, 2, 3),
            key(Purpose::Augment, 1, 2, 3),
            key(Purpose::Shuffle, 2, 2, 3),
            key(Purpose::Shuffle, 1, 3, 3),
            key(Purpose::Shuffle, 1, 2, 4),
            key(Purpose::Shuffle, 2, 1, 3),
        ];
        for (i, a) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(a));
        }
    }

    #[test]
    fn draws_stay_in_range_and_reach_both_ends() {
        let mut draws = Draws::new(1);
        let shifts: Vec<_> = (0..200).map(|_| draws.around_zero(2)).collect();
        assert_eq!((shifts.iter().min(), shifts.iter().max()), (Some(&-2), Some(&2)));
        assert!((0..1000).map(|_| draws.unit()).all(|x| (0.0..1.0).contains(&x)));
        assert_eq!(draws.below(0), 0);
    }

    #[test]
    fn shuffle_keeps_the_items() {
        let mut items: Vec<u32> = (0..100).collect();
        Draws::new(7).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
