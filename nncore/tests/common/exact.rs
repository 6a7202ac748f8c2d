//! The portable kernels as an oracle, in `f64`: on whole numbers their sums are exact.

use nncore::Element;
use nncore::portable::{Cells, Out, Sums};

/// What a portable kernel makes of numbers that hold `before`.
pub(crate) fn exact<T: Element, const N: usize, const M: usize>(
    reads: [&[T]; N],
    before: [&[T]; M],
    write: Sums,
    kernel: impl FnOnce([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; M]),
) -> [Vec<T>; M] {
    let double = |x: &[T]| -> Vec<f64> { x.iter().map(|x| x.to_f64()).collect() };
    let (mut reads, mut writes) = (reads.map(double), before.map(double));
    kernel(
        reads.each_mut().map(|x| Cells::of(x)),
        writes.each_mut().map(|y| Out { len: y.len(), to: Cells::of(y), write, is_there: true }),
    );
    writes.map(|y| y.iter().map(|y| T::from_f64(*y)).collect())
}
