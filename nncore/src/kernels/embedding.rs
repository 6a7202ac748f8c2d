//! Rows of a table by integers, and the gradient of the table.
//!
//! Of one layer: `x` is (batch · integers of a sample), `w` (count, features), `y` (batch · integers, features).

use core::ops::Range;

use nnplan::Embedding;

use super::Write;
use crate::Element;

fn assert_sizes(g: &Embedding, batch: usize, x: usize, y: usize) {
    assert_eq!(x, batch * g.input.len(), "embedding: integers of the input");
    assert_eq!(y, x * g.features, "embedding: elements of the output");
}

/// `y` = row `x` of `w`, for each integer.
///
/// What `y` holds before is not read; it is apart from `w`.
///
/// # Panics
/// When a slice has not the size of the layer, or an integer is not below `count`.
pub fn embedding<T: Element>(g: &Embedding, batch: usize, x: &[u32], w: &[T], y: &mut [T]) {
    assert_sizes(g, batch, x.len(), y.len());
    assert_eq!(w.len(), g.count * g.features, "embedding: elements of the weight");
    for (x, y) in x.iter().zip(y.chunks_exact_mut(g.features)) {
        let start = *x as usize * g.features;
        y.copy_from_slice(&w[start..start + g.features]);
    }
}

/// `d_w`: for each row the sum of `d_y` where `x` is its number, in the order of the batch; or adds it.
///
/// What `d_w` holds before [`Write::Assign`] is not read; it is apart from `d_y`.
///
/// # Panics
/// When a slice has not the size of the layer, or an integer is not below `count`.
pub fn embedding_grad_weight<T: Element>(
    g: &Embedding,
    batch: usize,
    x: &[u32],
    d_y: &[T],
    write: Write,
    d_w: &mut [T],
) {
    let largest = x.iter().copied().max().unwrap_or(0) as usize;
    assert!(largest < g.count.max(1), "embedding: {largest} is not a row of {}", g.count);
    embedding_grad_weight_of(g, batch, x, d_y, 0..g.count, write, d_w);
}

/// [`embedding_grad_weight`] for a range of rows; `d_w` is these rows. Integers of other rows are passed over.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn embedding_grad_weight_of<T: Element>(
    g: &Embedding,
    batch: usize,
    x: &[u32],
    d_y: &[T],
    rows: Range<usize>,
    write: Write,
    d_w: &mut [T],
) {
    assert_sizes(g, batch, x.len(), d_y.len());
    assert_eq!(d_w.len(), rows.len() * g.features, "embedding: elements of the weight's rows");
    if write == Write::Assign {
        d_w.fill(T::ZERO);
    }
    for (x, d_y) in x.iter().zip(d_y.chunks_exact(g.features)) {
        let x = *x as usize;
        if rows.contains(&x) {
            let start = (x - rows.start) * g.features;
            for (sum, d) in d_w[start..start + g.features].iter_mut().zip(d_y) {
                *sum += *d;
            }
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use nnplan::{EmbeddingArgs, Shape};

    use super::*;
    use crate::kernels::fixture::{Guarded, Numbers, exact, exact_onto};
    use crate::portable::{self, Cells};

    fn layer(integers: usize, count: usize, features: usize) -> Embedding {
        let args = EmbeddingArgs { count: Some(count), features };
        let g = Embedding::new(Shape::new(&[integers]), count, args);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        g
    }

    fn integers(g: &Embedding, batch: usize) -> Vec<u32> {
        let mut numbers = Numbers::new(7);
        (0..batch * g.input.len()).map(|_| (numbers.next() % g.count as u64) as u32).collect()
    }

    fn check<T: Element>(g: &Embedding, batch: usize) {
        let what = format!("{g:?}, batch {batch}");
        let x = integers(g, batch);
        let mut numbers = Numbers::new(g.count as u64);
        let w: Vec<T> = numbers.integers(g.weight().len());
        let d_y: Vec<T> = numbers.integers(x.len() * g.features);
        let [y] = exact([&w], [d_y.len()], |[w], y| {
            portable::embedding(g, batch, [Cells::integers(&x), w], y);
        });
        let mut found = Guarded::nan(y.len());
        embedding(g, batch, &x, &w, found.slice());
        found.assert(&y, &what);

        let [d_w] = exact([&d_y], [w.len()], |[d_y], d_w| {
            portable::embedding_grad_weight(g, batch, [Cells::integers(&x), d_y], d_w);
        });
        let mut found = Guarded::nan(w.len());
        embedding_grad_weight(g, batch, &x, &d_y, Write::Assign, found.slice());
        found.assert(&d_w, &what);
        let mut parts = Guarded::nan(w.len());
        for rows in [0..g.count / 3, g.count / 3..g.count] {
            let part = &mut parts.slice()[rows.start * g.features..rows.end * g.features];
            embedding_grad_weight_of(g, batch, &x, &d_y, rows, Write::Assign, part);
        }
        parts.assert(&d_w, &what);
        let [added] = exact_onto([&d_y], [&w], Write::Add, |[d_y], d_w| {
            portable::embedding_grad_weight(g, batch, [Cells::integers(&x), d_y], d_w);
        });
        let mut found = Guarded::of(&w);
        embedding_grad_weight(g, batch, &x, &d_y, Write::Add, found.slice());
        found.assert(&added, &what);
    }

    #[test]
    fn equals_the_portable_kernel() {
        for (integers, count, features) in [(1, 1, 1), (3, 7, 5), (17, 4, 16), (9, 100, 33)] {
            for batch in [0, 1, 6] {
                check::<f32>(&layer(integers, count, features), batch);
                check::<f64>(&layer(integers, count, features), batch);
            }
        }
    }

    #[test]
    #[should_panic(expected = "7 is not a row of 7")]
    fn an_integer_that_is_no_row() {
        let (g, d_y) = (layer(2, 7, 3), [1.0f32; 6]);
        embedding_grad_weight(&g, 1, &[0, 7], &d_y, Write::Add, &mut [0.0; 21]);
    }
}
