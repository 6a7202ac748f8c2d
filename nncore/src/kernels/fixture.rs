//! What the tests of the kernels share: data that make sums exact, and guarded outputs.

use std::vec;
use std::vec::Vec;

use super::Write;
use crate::Element;
use crate::portable::{self, Cells, Out};

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

/// What a portable kernel writes into so many numbers: the oracle, in `f64`, which is exact on whole numbers.
pub(crate) fn exact<T: Element, const N: usize, const M: usize>(
    reads: [&[T]; N],
    lens: [usize; M],
    kernel: impl FnOnce([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; M]),
) -> [Vec<T>; M] {
    let nan = lens.map(|len| vec![T::from_f64(f64::NAN); len]);
    exact_onto(reads, nan.each_ref().map(|x| &x[..]), Write::Assign, kernel)
}

/// The same, with `before` there; the length of a sample is that of a batch of one.
pub(crate) fn exact_onto<T: Element, const N: usize, const M: usize>(
    reads: [&[T]; N],
    before: [&[T]; M],
    write: Write,
    kernel: impl FnOnce([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; M]),
) -> [Vec<T>; M] {
    let double = |x: &[T]| -> Vec<f64> { x.iter().map(|x| x.to_f64()).collect() };
    let (mut reads, mut writes) = (reads.map(double), before.map(double));
    let write = match write {
        Write::Assign => portable::Sums::Replace,
        Write::Add => portable::Sums::Add,
    };
    kernel(
        reads.each_mut().map(|x| Cells::of(x)),
        writes.each_mut().map(|y| Out { len: y.len(), to: Cells::of(y), write, is_there: true }),
    );
    writes.map(|y| y.iter().map(|y| T::from_f64(*y)).collect())
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
