//! Norms by their formulas, in `f64`: index by index, with the variance as the mean of squares.

use alloc::vec;
use alloc::vec::Vec;
use nnplan::{BatchNorm, LayerNorm};

/// Mean and biased variance of some elements of x.
fn statistics(x: &[f64], elements: &[usize]) -> (f64, f64) {
    let n = elements.len() as f64;
    let mean = elements.iter().map(|&i| x[i]).sum::<f64>() / n;
    (mean, elements.iter().map(|&i| (x[i] - mean) * (x[i] - mean)).sum::<f64>() / n)
}

/// The elements of channel c in `[batch, C, positions]`.
#[must_use]
pub fn channel(g: &BatchNorm, batch: usize, c: usize) -> Vec<usize> {
    let mut elements = Vec::new();
    for sample in 0..batch {
        for position in 0..g.positions {
            elements.push((sample * g.channels + c) * g.positions + position);
        }
    }
    elements
}

/// Batch norm in training: the output, and mean and biased variance by channel.
#[must_use]
pub fn batch_norm(
    g: &BatchNorm,
    batch: usize,
    x: &[f64],
    w: &[f64],
    b: &[f64],
) -> (Vec<f64>, Vec<(f64, f64)>) {
    let mut y = vec![0.0; x.len()];
    let mut all = Vec::new();
    for c in 0..g.channels {
        let elements = channel(g, batch, c);
        let (mean, variance) = statistics(x, &elements);
        for i in elements {
            y[i] = (x[i] - mean) / libm::sqrt(variance + g.eps) * w[c] + b[c];
        }
        all.push((mean, variance));
    }
    (y, all)
}

/// Layer norm: the output.
#[must_use]
pub fn layer_norm(g: &LayerNorm, batch: usize, x: &[f64], w: &[f64], b: &[f64]) -> Vec<f64> {
    let mut y = vec![0.0; x.len()];
    for row in 0..batch * g.rows {
        let elements: Vec<usize> = (row * g.features..(row + 1) * g.features).collect();
        let (mean, variance) = statistics(x, &elements);
        for i in elements {
            let feature = i % g.features;
            y[i] = (x[i] - mean) / libm::sqrt(variance + g.eps) * w[feature] + b[feature];
        }
    }
    y
}
