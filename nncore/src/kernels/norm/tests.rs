//! Norms against the portable kernels in `f64`, central differences and PyTorch.

use super::*;
use crate::kernels::Write;
use crate::kernels::fixture::exact;
use crate::portable;
use crate::random::{Purpose, Seed, Stream};
use nnplan::{BatchNorm, BatchNormArgs, LayerNorm, Shape};
use std::vec;
use std::vec::Vec;

/// Normal numbers that `f32` holds too, some way off 0.
fn numbers(n: usize, a: u64) -> Vec<f64> {
    let stream = Stream::new(Seed(11), Purpose::Data, a, 0);
    (0..n as u64).map(|i| f64::from(stream.normal_at(i) as f32 + 0.5)).collect()
}

fn of<T: Element>(x: &[f64]) -> Vec<T> {
    x.iter().map(|&x| T::from_f64(x)).collect()
}

#[track_caller]
fn close<T: Element>(found: &[T], exact: &[f64], limit: f64) {
    assert_eq!(found.len(), exact.len());
    for (i, (found, exact)) in found.iter().zip(exact).enumerate() {
        let error = (found.to_f64() - exact).abs();
        assert!(error <= limit * exact.abs().max(1.0), "{i}: {found}, {exact}");
    }
}

fn batch_norm(dims: &[usize]) -> BatchNorm {
    let args = BatchNormArgs { channels: None, images: dims.len() == 3, eps: 1e-5, momentum: 0.1 };
    BatchNorm::new(Shape::new(dims), args)
}

/// Around the blocks of positions (512), of columns (16), of rows (64) and of channels (64).
const BATCH_NORMS: [(usize, &[usize]); 9] = [
    (2, &[1]),
    (5, &[7]),
    (130, &[16]),
    (65, &[37]),
    (4, &[130]),
    (3, &[4, 5]),
    (2, &[3, 7, 9]),
    (2, &[67, 2, 2]),
    (2, &[2, 31, 17]),
];

/// All of them, in both arithmetics.
fn batch_norms() -> impl Iterator<Item = (Arithmetic, (usize, &'static [usize]))> {
    ARITHMETICS.into_iter().flat_map(|a| BATCH_NORMS.into_iter().map(move |norm| (a, norm)))
}

const ARITHMETICS: [Arithmetic; 2] = [Arithmetic::Native, Arithmetic::Portable];

/// Batch norm by the portable kernel in `f64`: the output, mean and inv_std.
fn batch_norm_portably(
    g: &BatchNorm,
    batch: usize,
    x: &[f64],
    w: &[f64],
    b: &[f64],
) -> [Vec<f64>; 3] {
    let c = g.channels;
    let [y, mean, inv_std, _, _] = exact([x, w, b], [x.len(), c, c, c, c], |x, y| {
        portable::batch_norm(g, batch, x, y);
    });
    [y, mean, inv_std]
}

/// Layer norm by the portable kernel in `f64`.
fn layer_norm_portably(g: &LayerNorm, batch: usize, x: &[f64], w: &[f64], b: &[f64]) -> Vec<f64> {
    let rows = batch * g.rows;
    let [y, _, _] = exact([x, w, b], [x.len(), rows, rows], |x, y| {
        portable::layer_norm(g, batch, x, y);
    });
    y
}

/// Mean, inv_std and biased variance of all channels, asked for in ranges of `cut` channels.
fn statistics<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    x: &[T],
    cut: usize,
) -> [Vec<T>; 3] {
    let mut out = [(); 3].map(|()| vec![T::from_f64(f64::NAN); g.channels]);
    for first in (0..g.channels).step_by(cut) {
        let range = first..g.channels.min(first + cut);
        let out = out.each_mut().map(|x| &mut x[range.clone()]);
        fast_statistics(arithmetic, g, batch, x, range, out);
    }
    out
}

/// `d_w` and `d_b` of all channels, asked for in ranges of `cut` channels.
fn grad_parameters<T: Element>(
    arithmetic: Arithmetic,
    g: &BatchNorm,
    batch: usize,
    [x, d_y, mean, inv_std]: [&[T]; 4],
    cut: usize,
) -> [Vec<T>; 2] {
    let mut out = [(); 2].map(|()| vec![T::from_f64(f64::NAN); g.channels]);
    for first in (0..g.channels).step_by(cut) {
        let range = first..g.channels.min(first + cut);
        let out = out.each_mut().map(|x| &mut x[range.clone()]);
        fast_grad_parameters(arithmetic, g, batch, [x, d_y], [mean, inv_std], range, out);
    }
    out
}

fn check_batch_norm<T: Element>(limit: f64) {
    for (arithmetic, (batch, dims)) in batch_norms() {
        let g = batch_norm(dims);
        let n = batch * g.channels * g.positions;
        let (x, w, b) = (numbers(n, 0), numbers(g.channels, 1), numbers(g.channels, 2));
        let [exact, means, inv_stds] = batch_norm_portably(&g, batch, &x, &w, &b);
        let (x, w, b) = (of::<T>(&x), of::<T>(&w), of::<T>(&b));
        let [mean, inv_std, variance] = statistics(arithmetic, &g, batch, &x, g.channels);
        let variances: Vec<f64> = inv_stds.iter().map(|s| 1.0 / (s * s) - g.eps).collect();
        close(&mean, &means, limit);
        close(&inv_std, &inv_stds, limit);
        close(&variance, &variances, limit);
        let mut y = of::<T>(&vec![f64::NAN; n]);
        batch_norm_apply(&g, batch, &x, &mean, &inv_std, &w, &b, &mut y);
        close(&y, &exact, 30.0 * limit);
        // Inference with the batch's own statistics is the same function.
        y.fill(T::from_f64(f64::NAN));
        batch_norm_inference(&g, batch, &x, &mean, &variance, &w, &b, &mut y);
        close(&y, &exact, 30.0 * limit);
    }
}

#[test]
fn batch_norm_is_that_of_the_portable_kernel() {
    check_batch_norm::<f64>(1e-14);
    check_batch_norm::<f32>(6e-7);
}

#[test]
fn batch_norm_gradients_are_those_of_central_differences() {
    let h = 1e-4;
    for (arithmetic, (batch, dims)) in batch_norms() {
        let g = batch_norm(dims);
        let n = batch * g.channels * g.positions;
        if n > 500 {
            continue; // each number moves in turn, and the same code serves the larger ones
        }
        let (x, w, b) = (numbers(n, 0), numbers(g.channels, 1), numbers(g.channels, 2));
        let d_y = numbers(n, 3);
        let loss = |x: &[f64], w: &[f64], b: &[f64]| -> f64 {
            let [y, _, _] = batch_norm_portably(&g, batch, x, w, b);
            y.iter().zip(&d_y).map(|(y, d)| y * d).sum()
        };
        let [mean, inv_std, _] = statistics(arithmetic, &g, batch, &x, g.channels);
        let [d_w, d_b] =
            grad_parameters(arithmetic, &g, batch, [&x, &d_y, &mean, &inv_std], g.channels);
        let mut d_x = vec![f64::NAN; n];
        batch_norm_grad_input(
            &g, batch, batch, &x, &d_y, &mean, &inv_std, &w, &d_w, &d_b, &mut d_x,
        );
        check_slopes(&x, &d_x, h, |x| loss(x, &w, &b));
        check_slopes(&w, &d_w, h, |w| loss(&x, w, &b));
        check_slopes(&b, &d_b, h, |b| loss(&x, &w, b));
    }
}

#[test]
fn the_gradient_of_a_frozen_batch_norm_is_that_of_central_differences() {
    for (batch, dims) in BATCH_NORMS {
        let g = batch_norm(dims);
        let n = batch * g.channels * g.positions;
        if n > 500 {
            continue; // as above
        }
        let (x, w, b, d_y) =
            (numbers(n, 0), numbers(g.channels, 1), numbers(g.channels, 2), numbers(n, 3));
        let mean = numbers(g.channels, 4);
        let variance: Vec<f64> = numbers(g.channels, 5).iter().map(|v| v * v + 0.3).collect();
        let loss = |x: &[f64]| -> f64 {
            let mut y = vec![f64::NAN; n];
            batch_norm_inference(&g, batch, x, &mean, &variance, &w, &b, &mut y);
            y.iter().zip(&d_y).map(|(y, d)| y * d).sum()
        };
        let mut d_x = vec![f64::NAN; n];
        batch_norm_inference_grad(&g, batch, &d_y, &variance, &w, &mut d_x);
        check_slopes(&x, &d_x, 1e-4, loss);
    }
}

/// Whether `d` is the gradient of `loss` at x.
#[track_caller]
fn check_slopes(x: &[f64], d: &[f64], h: f64, loss: impl Fn(&[f64]) -> f64) {
    for i in 0..x.len() {
        let at = |distance: f64| {
            let mut moved = x.to_vec();
            moved[i] += distance;
            loss(&moved)
        };
        // Fourth order: the second derivative of a norm is large where its variance is small.
        let exact = (8.0 * (at(h) - at(-h)) - (at(2.0 * h) - at(-2.0 * h))) / (12.0 * h);
        assert!((d[i] - exact).abs() <= 1e-6 * exact.abs().max(1.0), "{i}: {}, {exact}", d[i]);
    }
}

#[test]
fn batch_norm_does_not_depend_on_cuts() {
    for (arithmetic, (batch, dims)) in batch_norms() {
        let g = batch_norm(dims);
        let sample = g.channels * g.positions;
        let n = batch * sample;
        let (x, d_y) = (of::<f32>(&numbers(n, 0)), of::<f32>(&numbers(n, 3)));
        let (w, b) = (of::<f32>(&numbers(g.channels, 1)), of::<f32>(&numbers(g.channels, 2)));
        let whole = statistics(arithmetic, &g, batch, &x, g.channels);
        let [mean, inv_std, _] = &whole;
        let grads = grad_parameters(arithmetic, &g, batch, [&x, &d_y, mean, inv_std], g.channels);
        for cut in [1, 3, 17] {
            assert_eq!(whole, statistics(arithmetic, &g, batch, &x, cut));
            assert_eq!(
                grads,
                grad_parameters(arithmetic, &g, batch, [&x, &d_y, mean, inv_std], cut)
            );
        }
        let run = |samples: usize| {
            let (mut y, mut d_x) = (vec![f32::NAN; n], vec![f32::NAN; n]);
            for first in (0..batch).step_by(samples) {
                let piece = samples.min(batch - first);
                let range = first * sample..(first + piece) * sample;
                let (x, d_y) = (&x[range.clone()], &d_y[range.clone()]);
                batch_norm_apply(&g, piece, x, mean, inv_std, &w, &b, &mut y[range.clone()]);
                let [d_w, d_b] = &grads;
                batch_norm_grad_input(
                    &g,
                    batch,
                    piece,
                    x,
                    d_y,
                    mean,
                    inv_std,
                    &w,
                    d_w,
                    d_b,
                    &mut d_x[range],
                );
            }
            [y, d_x]
        };
        assert_eq!(run(batch), run(1));
        assert_eq!(run(batch), run(2));
    }
}

#[test]
fn variance_survives_a_large_mean() {
    for arithmetic in ARITHMETICS {
        // Mean 10 000, variance 0.25: a single pass in f32 would find 0 or less.
        let g = batch_norm(&[1, 100, 100]);
        let x: Vec<f32> = (0..20_000).map(|i| 10_000.0 + (i % 2) as f32).collect();
        let [mean, _, variance] = statistics(arithmetic, &g, 2, &x, 1);
        assert_eq!((mean[0], variance[0]), (10_000.5, 0.25));
        // The first sample lies far from the others.
        let g = batch_norm(&[1, 10, 10]);
        let x: Vec<f32> = (0..400).map(|i| if i < 100 { 4096.0 } else { (i % 4) as f32 }).collect();
        let [mean, _, variance] = statistics(arithmetic, &g, 4, &x, 1);
        assert_eq!((mean[0], variance[0]), (1025.125, 3_143_425.3));
        // A million of equal numbers: no drift.
        let g = batch_norm(&[1, 1000, 1000]);
        let [mean, inv_std, variance] = statistics(arithmetic, &g, 1, &vec![0.1f32; 1_000_000], 1);
        assert!((mean[0] - 0.1).abs() < 1e-7 && variance[0] < 1e-13, "{mean:?} {variance:?}");
        assert!((inv_std[0] - 316.227_77).abs() < 1e-3);
    }
}

#[test]
fn running_statistics_are_pytorchs() {
    for arithmetic in ARITHMETICS {
        // m = torch.nn.BatchNorm1d(2).double(); m(torch.tensor([[1., 10.], [2., 20.], [6., 60.]]).double())
        // m.running_mean, m.running_var
        let g = batch_norm(&[2]);
        let x = [1.0, 10.0, 2.0, 20.0, 6.0, 60.0];
        let [mean, _, variance] = statistics(arithmetic, &g, 3, &x, 2);
        let (mut running_mean, mut running_var) = ([0.0, 0.0], [1.0, 1.0]);
        batch_norm_running(&g, 3, &mean, &variance, &mut running_mean, &mut running_var);
        close(&running_mean, &[0.3, 3.0], 1e-15);
        close(&running_var, &[1.6, 70.9], 1e-15);
        // One value a channel: its variance is 0, and nothing becomes NaN.
        let [mean, _, variance] = statistics(arithmetic, &g, 1, &x[..2], 2);
        batch_norm_running(&g, 1, &mean, &variance, &mut running_mean, &mut running_var);
        close(&running_mean, &[0.37, 3.7], 1e-15);
        close(&running_var, &[1.44, 63.81], 1e-15);
    }
}

#[test]
fn a_nan_stays_in_its_channel() {
    for arithmetic in ARITHMETICS {
        let g = batch_norm(&[3]);
        let x = [1.0f32, f32::NAN, 3.0, 4.0, 5.0, 6.0];
        let [mean, inv_std, variance] = statistics(arithmetic, &g, 2, &x, 3);
        for (i, x) in [mean, inv_std, variance].iter().flatten().enumerate() {
            assert_eq!(x.is_nan(), i % 3 == 1);
        }
    }
}

fn layer_norm_of(dims: &[usize], axes: usize) -> LayerNorm {
    LayerNorm::new(Shape::new(dims), Some(axes), 1e-5)
}

/// Around the blocks of features (512, 16) and of rows (64).
const LAYER_NORMS: [(usize, &[usize], usize); 6] = [
    (2, &[1], 1),
    (3, &[10], 1),
    (65, &[33], 1),
    (2, &[3, 7], 1),
    (2, &[2, 3, 5], 2),
    (2, &[2, 17, 31], 2),
];

fn check_layer_norm<T: Element>(limit: f64) {
    for (batch, dims, axes) in LAYER_NORMS {
        let g = layer_norm_of(dims, axes);
        let (rows, n) = (batch * g.rows, batch * g.rows * g.features);
        let (x, w, b) = (numbers(n, 0), numbers(g.features, 1), numbers(g.features, 2));
        let exact = layer_norm_portably(&g, batch, &x, &w, &b);
        let (x, w, b) = (of::<T>(&x), of::<T>(&w), of::<T>(&b));
        let nan = T::from_f64(f64::NAN);
        let (mut y, mut mean, mut inv_std) = (vec![nan; n], vec![nan; rows], vec![nan; rows]);
        layer_norm(&g, batch, &x, &w, &b, &mut y, &mut mean, &mut inv_std);
        close(&y, &exact, limit);
        let (mut cut, sample) = (vec![nan; n], g.rows * g.features);
        for i in 0..batch {
            let (range, rows) = (i * sample..(i + 1) * sample, i * g.rows..(i + 1) * g.rows);
            let (mean, inv_std) = (&mut mean[rows.clone()], &mut inv_std[rows]);
            layer_norm(&g, 1, &x[range.clone()], &w, &b, &mut cut[range], mean, inv_std);
        }
        assert_eq!(y, cut);
    }
}

#[test]
fn layer_norm_is_that_of_the_portable_kernel_and_does_not_depend_on_cuts() {
    check_layer_norm::<f64>(1e-13);
    check_layer_norm::<f32>(4e-6);
}

#[test]
fn layer_norm_gradients_are_those_of_central_differences() {
    for (batch, dims, axes) in LAYER_NORMS {
        let g = layer_norm_of(dims, axes);
        let (rows, n) = (batch * g.rows, batch * g.rows * g.features);
        if n > 500 {
            continue;
        }
        let (x, w, b) = (numbers(n, 0), numbers(g.features, 1), numbers(g.features, 2));
        let d_y = numbers(n, 3);
        let loss = |x: &[f64], w: &[f64], b: &[f64]| -> f64 {
            layer_norm_portably(&g, batch, x, w, b).iter().zip(&d_y).map(|(y, d)| y * d).sum()
        };
        let (mut y, mut mean, mut inv_std) = (vec![0.0; n], vec![0.0; rows], vec![0.0; rows]);
        layer_norm(&g, batch, &x, &w, &b, &mut y, &mut mean, &mut inv_std);
        let mut d_x = vec![f64::NAN; n];
        layer_norm_grad_input(&g, batch, &x, &d_y, &w, &mean, &inv_std, &mut d_x);
        let (mut d_w, mut d_b) = (vec![f64::NAN; g.features], vec![f64::NAN; g.features]);
        let writes = [Write::Assign; 2];
        layer_norm_grad_parameters(
            &g, batch, &x, &d_y, &mean, &inv_std, writes, &mut d_w, &mut d_b,
        );
        check_slopes(&x, &d_x, 1e-4, |x| loss(x, &w, &b));
        check_slopes(&w, &d_w, 1e-4, |w| loss(&x, w, &b));
        check_slopes(&b, &d_b, 1e-4, |b| loss(&x, &w, b));
    }
}

#[test]
fn layer_norm_parameters_by_features_and_added() {
    for (batch, dims, axes) in LAYER_NORMS {
        let g = layer_norm_of(dims, axes);
        let (rows, n) = (batch * g.rows, batch * g.rows * g.features);
        let (x, d_y) = (of::<f32>(&numbers(n, 0)), of::<f32>(&numbers(n, 3)));
        let (mean, inv_std) = (of::<f32>(&numbers(rows, 4)), of::<f32>(&numbers(rows, 5)));
        let run = |cut: usize, start: f32, write: Write| {
            let (mut d_w, mut d_b) = (vec![start; g.features], vec![start; g.features]);
            for first in (0..g.features).step_by(cut) {
                let range = first..g.features.min(first + cut);
                let (d_w, d_b) = (&mut d_w[range.clone()], &mut d_b[range.clone()]);
                layer_norm_grad_parameters_of(
                    &g, batch, &x, &d_y, &mean, &inv_std, range, [write; 2], d_w, d_b,
                );
            }
            [d_w, d_b]
        };
        let whole = run(g.features, f32::NAN, Write::Assign);
        assert_eq!(whole, run(1, f32::NAN, Write::Assign));
        assert_eq!(whole, run(19, f32::NAN, Write::Assign));
        let added = run(7, 2.0, Write::Add);
        let sum = whole.clone().map(|x| x.iter().map(|x| x + 2.0).collect::<Vec<_>>());
        assert_eq!(added, sum);
        // One alone.
        let mut alone = vec![f32::NAN; g.features];
        let writes = [Write::Assign; 2];
        for (i, whole) in whole.iter().enumerate() {
            let (d_w, d_b): (&mut [f32], &mut [f32]) =
                if i == 0 { (&mut alone, &mut []) } else { (&mut [], &mut alone) };
            layer_norm_grad_parameters(&g, batch, &x, &d_y, &mean, &inv_std, writes, d_w, d_b);
            assert_eq!(alone, *whole);
        }
    }
}

#[test]
fn batch_norms_in_place_have_the_same_bits() {
    for (arithmetic, (batch, dims)) in batch_norms() {
        let g = batch_norm(dims);
        let n = batch * g.channels * g.positions;
        let (x, d_y) = (of::<f32>(&numbers(n, 0)), of::<f32>(&numbers(n, 3)));
        let (w, b) = (of::<f32>(&numbers(g.channels, 1)), of::<f32>(&numbers(g.channels, 2)));
        let [mean, inv_std, variance] = statistics(arithmetic, &g, batch, &x, g.channels);
        let mut y = vec![f32::NAN; n];
        batch_norm_inference(&g, batch, &x, &mean, &variance, &w, &b, &mut y);
        let mut found = x.clone();
        batch_norm_inference_assign(&g, batch, &mean, &variance, &w, &b, &mut found);
        assert_eq!(found, y);
        let mut d_x = vec![f32::NAN; n];
        batch_norm_inference_grad(&g, batch, &d_y, &variance, &w, &mut d_x);
        let mut found = d_y.clone();
        batch_norm_inference_grad_assign(&g, batch, &variance, &w, &mut found);
        assert_eq!(found, d_x);
        let [d_w, d_b] =
            grad_parameters(arithmetic, &g, batch, [&x, &d_y, &mean, &inv_std], g.channels);
        batch_norm_grad_input(
            &g, batch, batch, &x, &d_y, &mean, &inv_std, &w, &d_w, &d_b, &mut d_x,
        );
        let mut found = d_y.clone();
        batch_norm_grad_input_assign(
            &g, batch, batch, &x, &mean, &inv_std, &w, &d_w, &d_b, &mut found,
        );
        assert_eq!(found, d_x);
    }
}

#[test]
fn layer_norms_in_place_have_the_same_bits() {
    for (batch, dims, axes) in LAYER_NORMS {
        let g = layer_norm_of(dims, axes);
        let (rows, n) = (batch * g.rows, batch * g.rows * g.features);
        let (x, d_y) = (of::<f32>(&numbers(n, 0)), of::<f32>(&numbers(n, 3)));
        let (w, b) = (of::<f32>(&numbers(g.features, 1)), of::<f32>(&numbers(g.features, 2)));
        let nan = |n: usize| vec![f32::NAN; n];
        let (mut y, mut mean, mut inv_std) = (nan(n), nan(rows), nan(rows));
        layer_norm(&g, batch, &x, &w, &b, &mut y, &mut mean, &mut inv_std);
        let (mut found, mut means, mut scales) = (x.clone(), nan(rows), nan(rows));
        layer_norm_assign(&g, batch, &w, &b, &mut found, &mut means, &mut scales);
        assert_eq!((&found, &means, &scales), (&y, &mean, &inv_std));
        let mut d_x = nan(n);
        layer_norm_grad_input(&g, batch, &x, &d_y, &w, &mean, &inv_std, &mut d_x);
        let mut found = d_y.clone();
        layer_norm_grad_input_assign(&g, batch, &x, &w, &mean, &inv_std, &mut found);
        assert_eq!(found, d_x);
    }
}
