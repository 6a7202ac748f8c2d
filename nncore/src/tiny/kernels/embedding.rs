//! Rows of a table by integers, and the gradient of the table.

use nnplan::Embedding;

use super::store;
use crate::tiny::access::View;
use crate::tiny::piece::Write;

/// `y` = row `x` of `w`, for each of `n` integers.
pub(in crate::tiny) fn embedding(g: &Embedding, n: usize, x: View<u32>, w: View, y: View) {
    for i in 0..n {
        let row = x.get(i) as usize * g.features;
        for f in 0..g.features {
            y.set(i * g.features + f, w.get(row + f));
        }
    }
}

/// `d_w`: for each row the sum of `d_y` where `x` is its number, in the order of the `n` integers.
///
/// Where the sums are added to what is there, a row's are made first: at the first of its integers. Rows without any
/// get no addition: it would be of 0 to a number that is not a negative zero, as no sum from 0 is.
pub(in crate::tiny) fn embedding_grad_weight(
    g: &Embedding,
    n: usize,
    x: View<u32>,
    d_y: View,
    write: Write,
    d_w: View,
) {
    let is_added = write == Write::Add;
    if write == Write::Assign {
        for i in 0..g.count * g.features {
            d_w.set(i, 0.0);
        }
    }
    let write = if is_added { write } else { Write::Continue };
    for i in 0..n {
        let (row, end) = (x.get(i), if is_added { n } else { i + 1 });
        if is_added && is_among(row, i, x) {
            continue;
        }
        for f in 0..g.features {
            store(d_w, row as usize * g.features + f, write, |mut sum| {
                for k in i..end {
                    if x.get(k) == row {
                        sum += d_y.get(k * g.features + f);
                    }
                }
                sum
            });
        }
    }
}

/// Whether a number is among the first `n` integers.
fn is_among(number: u32, n: usize, x: View<u32>) -> bool {
    let mut is_found = false;
    for i in 0..n {
        is_found |= x.get(i) == number;
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
    use crate::tiny::kernels::fixture::{assert_bits, assert_sums, numbers, read, written};

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
                let found = written(y.len(), |y| embedding(&g, n, read(&x), read(&w), y));
                assert_bits(&found, &y, &what);
                assert_sums(
                    w.len(),
                    &what,
                    |write, d_w| embedding_grad_weight(&g, n, read(&x), read(&d_y), write, d_w),
                    |write, d_w| cpu::embedding_grad_weight(&g, samples, &x, &d_y, write, d_w),
                );
            }
        }
    }
}
