//! What the tests of the kernels share: data that make sums exact, and guarded outputs.

use std::vec;
use std::vec::Vec;

use crate::Element;

/// A reproducible sequence (xorshift).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 20
    }

    /// Integers from -4 to 4: sums of up to a million products of two are exact in `f32`.
    pub(crate) fn integers<T: Element>(&mut self, len: usize) -> Vec<T> {
        (0..len).map(|_| T::from_f64((self.next() % 9) as f64 - 4.0)).collect()
    }

    /// Fractions between -1 and 1.
    pub(crate) fn fractions<T: Element>(&mut self, len: usize) -> Vec<T> {
        (0..len).map(|_| T::from_f64((self.next() % 20_001) as f64 / 10_000.0 - 1.0)).collect()
    }
}

const GUARD: usize = 32;

/// A buffer between guard words.
pub(crate) struct Guarded<T> {
    all: Vec<T>,
}

impl<T: Element> Guarded<T> {
    fn word() -> T {
        T::from_f64(-12345.0)
    }

    pub(crate) fn of(values: &[T]) -> Self {
        let guard = vec![Self::word(); GUARD];
        Self { all: [&guard, values, &guard].concat() }
    }

    /// Full of NaN.
    pub(crate) fn nan(len: usize) -> Self {
        Self::of(&vec![T::from_f64(f64::NAN); len])
    }

    pub(crate) fn slice(&mut self) -> &mut [T] {
        let end = self.all.len() - GUARD;
        &mut self.all[GUARD..end]
    }

    /// The guard words are whole.
    #[track_caller]
    pub(crate) fn assert_guards(&self, what: &str) {
        let len = self.all.len();
        for i in (0..GUARD).chain(len - GUARD..len) {
            assert!(self.all[i] == Self::word(), "{what}: guard word {i} of {len} overwritten");
        }
    }

    /// Equal to `expected`, and the guard words are whole.
    #[track_caller]
    pub(crate) fn assert(&mut self, expected: &[T], what: &str) {
        self.assert_guards(what);
        let found = self.slice();
        assert_eq!(found.len(), expected.len(), "{what}");
        for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
            assert!(found == expected, "{what}: element {i} is {found}, expected {expected}");
        }
    }
}
