//! What the tests of the kernels share: operands, and comparison bit by bit.

use std::vec;
use std::vec::Vec;

use crate::kernels;
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::tiny::access::View;
use crate::tiny::piece::Write;

/// A reproducible sequence (xorshift).
pub(in crate::tiny) struct Numbers(u64);

impl Numbers {
    pub(in crate::tiny) fn new(seed: usize) -> Self {
        Self((seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 20
    }

    /// Numbers of several sizes, so that the order of a sum shows in its bits; 0 and -0 among them.
    pub(in crate::tiny) fn take(&mut self, len: usize) -> Vec<f32> {
        let one = |numbers: &mut Self| match numbers.next() % 16 {
            0 => 0.0,
            1 => -0.0,
            size => (numbers.next() % 20_001) as f32 / 10_000.0 * (size as f32 - 8.5),
        };
        (0..len).map(|_| one(self)).collect()
    }

    /// The same, some of which are not finite.
    pub(in crate::tiny) fn wild(&mut self, len: usize) -> Vec<f32> {
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
pub(in crate::tiny) fn nan(len: usize) -> Vec<f32> {
    vec![f32::NAN; len]
}

/// An operand that is read.
pub(in crate::tiny) fn read<T: Copy>(x: &[T]) -> View<T> {
    // SAFETY: a test's own numbers, which it keeps while a kernel runs, and kernels do not write this operand.
    unsafe { View::new(x.as_ptr().cast_mut(), x.len()) }
}

/// An operand that is written.
pub(in crate::tiny) fn write<T: Copy>(x: &mut [T]) -> View<T> {
    // SAFETY: a test's own numbers, which it keeps while a kernel runs.
    unsafe { View::new(x.as_mut_ptr(), x.len()) }
}

/// The same bits; NaN is NaN.
#[track_caller]
pub(in crate::tiny) fn assert_bits(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let same = found.to_bits() == expected.to_bits() || found.is_nan() && expected.is_nan();
        assert!(same, "{what}: element {i} is {found:e}, expected {expected:e}");
    }
}

/// Compares sums of gradients written in each way, with `before` there: `cpu` replaces that or adds to it.
#[track_caller]
pub(in crate::tiny) fn assert_writes(
    before: &[f32],
    what: &str,
    cpu: impl Fn(kernels::Write, &mut [f32]),
    tiny: impl Fn(Write, View),
) {
    // Sums begin with 0, and so are never -0.
    let before: Vec<f32> = before.iter().map(|x| x + 0.0).collect();
    for way in [Write::Assign, Write::Continue, Write::Add] {
        let (mut found, mut expected) = (before.clone(), before.clone());
        tiny(way, write(&mut found));
        match way {
            Write::Assign => cpu(kernels::Write::Assign, &mut expected),
            Write::Continue => cpu(kernels::Write::Add, &mut expected),
            Write::Add => {
                let mut sums = nan(before.len());
                cpu(kernels::Write::Assign, &mut sums);
                expected.iter_mut().zip(sums).for_each(|(to, sum)| *to += sum);
            }
        }
        assert_bits(&found, &expected, what);
    }
}

/// How the strict CPU computes.
pub(in crate::tiny) fn strict() -> Exec<'static> {
    Exec::serial(Arithmetic::Portable)
}

/// Numbers of several sizes, whose sums depend on their order.
pub(in crate::tiny) fn numbers(seed: usize, len: usize) -> Vec<f32> {
    Numbers::new(seed).take(len)
}

/// What `f` writes in `len` numbers.
pub(in crate::tiny) fn written(len: usize, f: impl FnOnce(View)) -> Vec<f32> {
    written_to(nan(len), f)
}

/// What `f` makes of numbers.
pub(in crate::tiny) fn written_to(mut y: Vec<f32>, f: impl FnOnce(View)) -> Vec<f32> {
    f(write(&mut y));
    y
}

/// Sums of `len` numbers, written in the three ways, against those of the CPU's kernel.
#[track_caller]
pub(in crate::tiny) fn assert_sums(
    len: usize,
    what: &str,
    kernel: impl Fn(Write, View),
    cpu: impl Fn(kernels::Write, &mut [f32]),
) {
    assert_writes(&numbers(len, len), what, cpu, kernel);
}
