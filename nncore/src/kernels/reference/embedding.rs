//! `Embedding` by its definition. Layouts as in [`kernels::embedding`](crate::kernels::embedding); the
//! gradient is added to its output.

use nnplan::Embedding;

use crate::Element;

/// Element by element.
pub fn embedding<T: Element>(g: &Embedding, batch: usize, x: &[u32], w: &[T], y: &mut [T]) {
    for i in 0..batch * g.input.len() {
        for f in 0..g.features {
            y[i * g.features + f] = w[x[i] as usize * g.features + f];
        }
    }
}

/// Adds the gradient of the weight, in the order of the batch.
pub fn embedding_grad_weight<T: Element>(
    g: &Embedding,
    batch: usize,
    x: &[u32],
    d_y: &[T],
    d_w: &mut [T],
) {
    for i in 0..batch * g.input.len() {
        for f in 0..g.features {
            d_w[x[i] as usize * g.features + f] += d_y[i * g.features + f];
        }
    }
}
