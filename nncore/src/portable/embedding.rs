//! Rows of a table by integers, and the gradient of the table.
//!
//! Of one layer: `x` is any number of integers a sample, `y` has a row of `features` for each, `w` is (count, features).

use nnplan::Embedding;

use super::sums::zero;
use super::{Access, Out, Sums};

/// `y` = row `x` of `w`, for each integer.
pub fn embedding<A: Access>(g: &Embedding, samples: usize, [x, w]: [A; 2], [y]: [Out<A>; 1]) {
    for i in 0..samples * g.input.len() {
        let row = x.integer(i) as usize * g.features;
        for f in 0..g.features {
            y.to.set(i * g.features + f, w.get(row + f));
        }
    }
}

/// `d_w`: for each row the sum of `d_y` where `x` is its number, in the order of the integers.
///
/// Where the sums are added to what is there, a row's are made first: at the first of its integers. Rows without any
/// get no addition: it would be of 0 to a number that is not a negative zero, as no sum from 0 is.
pub fn embedding_grad_weight<A: Access>(
    g: &Embedding,
    samples: usize,
    [x, d_y]: [A; 2],
    [d_w]: [Out<A>; 1],
) {
    let (n, is_added) = (samples * g.input.len(), d_w.write == Sums::Add);
    if d_w.write == Sums::Replace {
        zero(d_w.to, g.count * g.features);
    }
    let d_w = Out { write: if is_added { d_w.write } else { Sums::Continue }, ..d_w };
    for i in 0..n {
        let (row, end) = (x.integer(i), if is_added { n } else { i + 1 });
        if is_added && is_among(row, i, x) {
            continue;
        }
        for f in 0..g.features {
            d_w.store(row as usize * g.features + f, |mut sum| {
                for k in i..end {
                    if x.integer(k) == row {
                        sum += d_y.get(k * g.features + f);
                    }
                }
                sum
            });
        }
    }
}

/// Whether a number is among the first `n` integers.
fn is_among<A: Access>(number: u32, n: usize, x: A) -> bool {
    let mut is_found = false;
    for i in 0..n {
        is_found |= x.integer(i) == number;
    }
    is_found
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::{EmbeddingArgs, Shape};

    use super::*;
    use crate::kernels::embedding as cpu;
    use crate::kernels::fixture::Numbers;
    use crate::portable::fixture::{assert_bits, assert_sums, numbers, read, written};

    #[test]
    fn has_the_bits_of_the_cpu() {
        for (integers, count, features) in [(1, 1, 1), (3, 7, 5), (17, 4, 16), (9, 100, 3)] {
            let args = EmbeddingArgs { count: Some(count), features };
            let g = Embedding::new(Shape::new(&[integers]), count, args);
            for samples in 1..=5 {
                let what = format!("{g:?}, {samples} samples");
                let n = samples * integers;
                let mut draws = Numbers::new(7);
                let x: Vec<u32> = (0..n).map(|_| (draws.next() % count as u64) as u32).collect();
                let (w, d_y) = (numbers(n, count * features), numbers(n, n * features));
                let mut y = vec![0.0; d_y.len()];
                cpu::embedding(&g, samples, &x, &w, &mut y);
                let found = written(y.len(), |y| embedding(&g, samples, [read(&x), read(&w)], [y]));
                assert_bits(&found, &y, &what);
                assert_sums(
                    w.len(),
                    &what,
                    |d_w| embedding_grad_weight(&g, samples, [read(&x), read(&d_y)], [d_w]),
                    |write, d_w| cpu::embedding_grad_weight(&g, samples, &x, &d_y, write, d_w),
                );
            }
        }
    }
}
