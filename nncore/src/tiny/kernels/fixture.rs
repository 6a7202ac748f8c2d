//! What the tests of the kernels share: views of vectors, and comparisons bit by bit with the CPU's kernels.

use std::vec;
use std::vec::Vec;

use crate::kernels;
use crate::kernels::fixture::Numbers;
use crate::kernels::gemm::{Arithmetic, Exec};
use crate::tiny::access::View;
use crate::tiny::piece::Write;

/// How the strict CPU computes.
pub(in crate::tiny) fn strict() -> Exec<'static> {
    Exec::serial(Arithmetic::Portable)
}

/// Numbers of several sizes, whose sums depend on their order.
pub(in crate::tiny) fn numbers(seed: usize, len: usize) -> Vec<f32> {
    let mut numbers = Numbers::new(seed as u64 + 1);
    let fractions: Vec<f32> = numbers.fractions(len);
    fractions.into_iter().map(|x| x * [1.0, 0.01, 30.0][(numbers.next() % 3) as usize]).collect()
}

/// What is only read.
pub(in crate::tiny) fn view<T: Copy>(x: &[T]) -> View<T> {
    // SAFETY: the tests keep the numbers while the view is used, and write to none of them.
    unsafe { View::new(x.as_ptr().cast_mut(), x.len()) }
}

/// What `f` writes in `len` numbers.
pub(in crate::tiny) fn written(len: usize, f: impl FnOnce(View)) -> Vec<f32> {
    written_to(vec![f32::NAN; len], f)
}

/// What `f` makes of numbers.
pub(in crate::tiny) fn written_to(mut y: Vec<f32>, f: impl FnOnce(View)) -> Vec<f32> {
    // SAFETY: nothing else uses the vector meanwhile.
    f(unsafe { View::new(y.as_mut_ptr(), y.len()) });
    y
}

/// Equal bit by bit.
#[track_caller]
pub(in crate::tiny) fn assert_bits(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let is_same = found.to_bits() == expected.to_bits();
        assert!(is_same, "{what}: element {i} is {found:?}, expected {expected:?}");
    }
}

/// Sums of `len` numbers, written in the three ways, against those of the CPU's kernel.
#[track_caller]
pub(in crate::tiny) fn assert_sums(
    len: usize,
    what: &str,
    kernel: impl Fn(Write, View),
    cpu: impl Fn(kernels::Write, &mut [f32]),
) {
    let before = numbers(len, len);
    let mut sums = vec![f32::NAN; len];
    cpu(kernels::Write::Assign, &mut sums);
    assert_bits(&written(len, |y| kernel(Write::Assign, y)), &sums, what);
    let added: Vec<f32> = before.iter().zip(&sums).map(|(y, sum)| y + sum).collect();
    assert_bits(&written_to(before.clone(), |y| kernel(Write::Add, y)), &added, what);
    let mut continued = before.clone();
    cpu(kernels::Write::Add, &mut continued);
    assert_bits(&written_to(before, |y| kernel(Write::Continue, y)), &continued, what);
}
