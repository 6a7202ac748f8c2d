//! What the tests of the kernels share: operands, and comparison bit by bit.

use std::vec;
use std::vec::Vec;

use super::{Out, Sums};
use crate::kernels;
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::tiny::View;

/// A reproducible sequence (xorshift).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: usize) -> Self {
        Self((seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 20
    }

    /// Numbers of several sizes, so that the order of a sum shows in its bits; 0 and -0 among them.
    pub(crate) fn take(&mut self, len: usize) -> Vec<f32> {
        let one = |numbers: &mut Self| match numbers.next() % 16 {
            0 => 0.0,
            1 => -0.0,
            size => (numbers.next() % 20_001) as f32 / 10_000.0 * (size as f32 - 8.5),
        };
        (0..len).map(|_| one(self)).collect()
    }

    /// The same, some of which are not finite.
    pub(crate) fn wild(&mut self, len: usize) -> Vec<f32> {
        let mut numbers = self.take(len);
        for number in &mut numbers {
            *number = match self.next() % 41 {
                0 => f32::NAN,
                1 => f32::INFINITY,
                2 => f32::NEG_INFINITY,
                _ => *number,
            };
        }
        numbers
    }
}

/// Full of NaN: what a kernel is to write.
pub(crate) fn nan(len: usize) -> Vec<f32> {
    vec![f32::NAN; len]
}

/// An operand that is read; integers and bytes as well, as kernels of the tiny device get them.
pub(crate) fn read<T: Copy>(x: &[T]) -> View {
    // SAFETY: a test's own numbers, which it keeps while a kernel runs, and kernels do not write this operand.
    unsafe { View::new(x.as_ptr().cast_mut(), x.len()) }.cast()
}

/// An operand that is written, and replaced.
pub(crate) fn write(x: &mut [f32]) -> Out<View> {
    out(x, Sums::Replace)
}

/// An operand that is written in this way. Its length is that of a batch of one sample: kernels that look at it are given
/// one.
pub(crate) fn out(x: &mut [f32], write: Sums) -> Out<View> {
    // SAFETY: a test's own numbers, which it keeps while a kernel runs.
    let to = unsafe { View::new(x.as_mut_ptr(), x.len()) };
    Out { to, write, is_there: true, len: x.len() }
}

/// Bytes that are written.
pub(crate) fn bytes(x: &mut [u8]) -> Out<View> {
    // SAFETY: a test's own bytes, which it keeps while a kernel runs.
    let to = unsafe { View::new(x.as_mut_ptr(), x.len()) }.cast();
    Out { to, write: Sums::Replace, is_there: true, len: x.len() }
}

/// An operand that is absent.
pub(crate) fn absent() -> Out<View> {
    Out { is_there: false, ..out(&mut [], Sums::Replace) }
}

/// The same bits; NaN is NaN.
#[track_caller]
pub(crate) fn assert_bits(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let same = found.to_bits() == expected.to_bits() || found.is_nan() && expected.is_nan();
        assert!(same, "{what}: element {i} is {found:e}, expected {expected:e}");
    }
}

/// [`assert_bits`] of several.
#[track_caller]
pub(crate) fn assert_all(found: &[Vec<f32>], expected: &[Vec<f32>], what: &str) {
    for (found, expected) in found.iter().zip(expected) {
        assert_bits(found, expected, what);
    }
}

/// Compares sums of gradients written in each way, with `before` there: `cpu` replaces that or adds to it.
#[track_caller]
pub(crate) fn assert_writes(
    before: &[f32],
    what: &str,
    cpu: impl Fn(kernels::Write, &mut [f32]),
    portable: impl Fn(Out<View>),
) {
    // Sums begin with 0, and so are never -0.
    let before: Vec<f32> = before.iter().map(|x| x + 0.0).collect();
    for way in [Sums::Replace, Sums::Continue, Sums::Add] {
        let (mut found, mut expected) = (before.clone(), before.clone());
        portable(out(&mut found, way));
        match way {
            Sums::Replace => cpu(kernels::Write::Assign, &mut expected),
            Sums::Continue => cpu(kernels::Write::Add, &mut expected),
            Sums::Add => {
                let mut sums = nan(before.len());
                cpu(kernels::Write::Assign, &mut sums);
                expected.iter_mut().zip(sums).for_each(|(to, sum)| *to += sum);
            }
        }
        assert_bits(&found, &expected, what);
    }
}

/// How the strict CPU computes.
pub(crate) fn strict() -> Exec<'static> {
    Exec::serial(Arithmetic::Portable)
}

/// Numbers of several sizes, whose sums depend on their order.
pub(crate) fn numbers(seed: usize, len: usize) -> Vec<f32> {
    Numbers::new(seed).take(len)
}

/// What `f` writes in `len` numbers.
pub(crate) fn written(len: usize, f: impl FnOnce(Out<View>)) -> Vec<f32> {
    written_to(nan(len), f)
}

/// What `f` makes of numbers.
pub(crate) fn written_to(mut y: Vec<f32>, f: impl FnOnce(Out<View>)) -> Vec<f32> {
    f(write(&mut y));
    y
}

/// Sums of `len` numbers, written in the three ways, against those of the CPU's kernel.
#[track_caller]
pub(crate) fn assert_sums(
    len: usize,
    what: &str,
    kernel: impl Fn(Out<View>),
    cpu: impl Fn(kernels::Write, &mut [f32]),
) {
    assert_writes(&numbers(len, len), what, cpu, kernel);
}
