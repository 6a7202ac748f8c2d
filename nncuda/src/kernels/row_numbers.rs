//! What the kernels over rows, columns and channels compute, beside `nncore::kernels` on the same numbers.
//!
//! The largest differences, as a part of the larger of 1 and the number (for sums: of their terms' count):
//!
//! | | integers | random numbers |
//! |---|---|---|
//! | element by element: `apply`, `inference`, batch norm's `grad_input` | 0 | 0 |
//! | mean, biases' gradients, `sum_b`, `d_b` | 0 | 2e-6 (of images 2e-5: the CPU sums in single precision) |
//! | `inv_std`, variance | 2e-7 | 2e-6 |
//! | `sum_w`, `d_w`, softmax | 2e-6 | 2e-6 |
//! | layer norm | 8e-6 | 8e-6 |
//! | the gradients of softmax and of layer norm (times `inv_std`) | 2e-5 | 2e-5 |

use nncore::kernels::{Write as CpuWrite, conv2d as cpu_conv2d, norm};

use super::bench::Bench;
use super::channels::{Channels, Stage};
use super::parts::MOST_ELEMENTS;
use super::row_tests::{
    NOT_WRITTEN, Numbers, SAME, SUMS, batch_norm_of, check, conv2d_of, layer_norm_of, linear_of,
    number, softmax_of,
};
use super::*;
use crate::Arg;

/// Sums are whole, or in so many parts.
const PARTS: [usize; 3] = [1, 3, 64];

/// Runs the kernels of channels' sums over so many samples: of what they read, what they end with, and of N sums each.
fn sum_up<const N: usize>(
    bench: &mut Bench,
    make: impl Fn(Stage) -> Kernel,
    [reads, ends]: [&[Arg]; 2],
    c: Channels,
    samples: usize,
    parts: usize,
) {
    let len = samples * c.positions;
    let parts = len.div_ceil(len.div_ceil(parts)); // none is empty
    let n = number(c.count);
    if parts == 1 {
        return bench.launch(&make(Stage::Whole), &[reads, ends, &[number(samples), n]].concat());
    }
    let numbers = [number(samples), number(parts), n];
    let between = [Arg::Pointer(bench.f64(&vec![f64::NAN; N * parts * c.count]))];
    let kernel = make(Stage::Parts);
    let blocks = size(c.count).div_ceil(kernel.per_block()) * size(parts);
    bench.launch_blocks(&kernel, &[reads, &between, &numbers].concat(), blocks);
    bench.launch(&make(Stage::Last), &[&between, ends, &numbers].concat());
}

#[test]
fn few_channels_of_many_numbers_go_in_parts() {
    let parts =
        |count, positions, samples| Channels { count, positions }.parts(samples, 2, MOST_ELEMENTS);
    assert_eq!(parts(3, 1, 100), 1);
    assert_eq!(parts(16, 784, 32), 1);
    assert_eq!(parts(16, 784, 64), 6);
    assert_eq!(parts(3, 50_176, 256), 64);
    assert_eq!(parts(600, 784, 640), 1);
    assert_eq!(parts(64, 1, 4096), 4);
    // None is empty, and there is room for them.
    for samples in 33..400 {
        for room in [MOST_ELEMENTS, 60, 20, 0] {
            let (len, parts) =
                (samples * 1000, Channels { count: 2, positions: 1000 }.parts(samples, 2, room));
            assert!(parts == 1 || (parts - 1) * len.div_ceil(parts) < len, "{samples}");
            assert!(parts == 1 || parts * 8 <= room, "{samples}");
        }
    }
}

#[test]
fn biases() {
    for (rows, out) in [(1, 1), (5, 3), (70, 10), (600, 33)] {
        for (batch, parts) in [1, 3].into_iter().flat_map(|batch| PARTS.map(|p| (batch, p))) {
            for mut numbers in Numbers::both() {
                for write in [Write::Assign, Write::Add] {
                    let g = linear_of(rows, out);
                    let d_y = numbers.take(batch * g.rows * out);
                    let mut exact = numbers.take(out);
                    let mut bench = Bench::new();
                    let (d, b) = (bench.f32(&d_y), bench.f32(&exact));
                    let c = Channels { count: out, positions: 1 };
                    let make = |stage| bias::grad_bias("linear_grad_bias", c, write, stage);
                    let operands: [&[Arg]; 2] = [&[Arg::Pointer(d)], &[Arg::Pointer(b)]];
                    sum_up::<1>(&mut bench, make, operands, c, batch * g.rows, parts);
                    if write == Write::Assign {
                        exact.fill(0.0);
                    }
                    let sums: Vec<f64> = (0..out)
                        .map(|o| d_y.iter().skip(o).step_by(out).map(|d| f64::from(*d)).sum())
                        .collect();
                    for (exact, sum) in exact.iter_mut().zip(sums) {
                        *exact += sum as f32;
                    }
                    check("linear", numbers.limit(SUMS), &bench.read_f32(b), &exact);
                }
            }
        }
    }
    for (out, pixels) in [(3, [1, 1]), (6, [5, 7]), (2, [40, 41])] {
        for (batch, parts) in [1, 5].into_iter().flat_map(|batch| PARTS.map(|p| (batch, p))) {
            for mut numbers in Numbers::both() {
                let g = conv2d_of(out, pixels);
                let d_y = numbers.take(batch * out * g.out_pixels());
                let mut exact = numbers.take(out);
                let mut bench = Bench::new();
                let (d, b) = (bench.f32(&d_y), bench.f32(&exact));
                let c = Channels { count: out, positions: g.out_pixels() };
                let make = |stage| bias::grad_bias("conv2d_grad_bias", c, Write::Add, stage);
                let operands: [&[Arg]; 2] = [&[Arg::Pointer(d)], &[Arg::Pointer(b)]];
                sum_up::<1>(&mut bench, make, operands, c, batch, parts);
                cpu_conv2d::conv2d_grad_bias(&g, batch, &d_y, CpuWrite::Add, &mut exact);
                check("conv2d", numbers.limit(2e-5), &bench.read_f32(b), &exact);
            }
        }
    }
}

#[test]
fn batch_norms() {
    for dims in [&[1][..], &[5], &[30], &[6, 7], &[3, 5, 7], &[2, 50, 50]] {
        for (batch, parts) in [2, 3, 40].into_iter().flat_map(|batch| PARTS.map(|p| (batch, p))) {
            for mut numbers in Numbers::both() {
                batch_norm_case(dims, batch, parts, &mut numbers);
            }
        }
    }
}

fn batch_norm_case(dims: &[usize], batch: usize, parts: usize, numbers: &mut Numbers) {
    let g = batch_norm_of(dims);
    let channels = Channels::from(&g);
    let (c, n) = (g.channels, batch * g.channels * g.positions);
    let sums = numbers.limit(SUMS);
    let mut bench = Bench::new();
    let mut x = numbers.take(n);
    if !numbers.integers {
        x.iter_mut().for_each(|x| *x = *x * 0.1 + 50.0); // a mean far from 0
    }
    let (w, b, d_y) = (numbers.take(c), numbers.take(c), numbers.take(n));
    let (mut running_mean, mut running_variance) = (numbers.take(c), numbers.positive(c));
    let [x_at, w_at, b_at, d_y_at] = [&x, &w, &b, &d_y].map(|x| Arg::Pointer(bench.f32(x)));
    let [r_mean, r_variance] = [&running_mean, &running_variance].map(|x| bench.f32(x));
    let [mean_at, inv_at, sum_w_at, sum_b_at] = [(); 4].map(|()| bench.f32(&vec![NOT_WRITTEN; c]));
    let [y_at, d_x_at] = [(); 2].map(|()| bench.f32(&vec![NOT_WRITTEN; n]));

    let (mut mean, mut inv_std, mut variance) = (vec![0.0; c], vec![0.0; c], vec![0.0; c]);
    norm::batch_norm_statistics(&g, batch, &x, 0..c, &mut mean, &mut inv_std, &mut variance);
    norm::batch_norm_running(&g, batch, &mean, &variance, &mut running_mean, &mut running_variance);
    let [mean_p, inv_p] = [mean_at, inv_at].map(Arg::Pointer);
    let ends = [mean_p, inv_p, Arg::Pointer(r_mean), Arg::Pointer(r_variance)];
    let make = |stage| batch_norm::statistics(&g, g.eps, g.momentum, stage);
    sum_up::<2>(&mut bench, make, [&[x_at], &ends], channels, batch, parts);
    // Where the mean rounds otherwise, the distances from it do.
    check("mean", sums, &bench.read_f32(mean_at), &mean);
    check("inv_std", sums.max(2e-7), &bench.read_f32(inv_at), &inv_std);
    check("running mean", sums, &bench.read_f32(r_mean), &running_mean);
    check("running variance", sums.max(2e-7), &bench.read_f32(r_variance), &running_variance);

    // From here on with the same statistics.
    let [mean_p, inv_p] = [&mean, &inv_std].map(|x| Arg::Pointer(bench.f32(x)));
    let mut exact = vec![0.0; n];
    norm::batch_norm_apply(&g, batch, &x, &mean, &inv_std, &w, &b, &mut exact);
    let arguments = [x_at, w_at, b_at, mean_p, inv_p, Arg::Pointer(y_at), number(n)];
    bench.launch(&batch_norm::apply(&g), &arguments);
    check("apply", SAME, &bench.read_f32(y_at), &exact);

    let (mut sum_w, mut sum_b) = (vec![0.0; c], vec![0.0; c]);
    norm::batch_norm_grad_parameters(
        &g,
        batch,
        &x,
        &d_y,
        &mean,
        &inv_std,
        0..c,
        &mut sum_w,
        &mut sum_b,
    );
    let [sum_w_p, sum_b_p] = [sum_w_at, sum_b_at].map(Arg::Pointer);
    let operands: [&[Arg]; 2] = [&[x_at, d_y_at, mean_p], &[inv_p, sum_w_p, sum_b_p]];
    let make = |stage| batch_norm::grad_parameters(&g, stage);
    sum_up::<2>(&mut bench, make, operands, channels, batch, parts);
    let scale = (n / c) as f64; // of the sums' terms
    check("sum_w", SUMS * scale, &bench.read_f32(sum_w_at), &sum_w);
    check("sum_b", sums * scale, &bench.read_f32(sum_b_at), &sum_b);

    let [sum_w_p, sum_b_p] = [&sum_w, &sum_b].map(|x| Arg::Pointer(bench.f32(x)));
    norm::batch_norm_grad_input(
        &g, batch, batch, &x, &d_y, &mean, &inv_std, &w, &sum_w, &sum_b, &mut exact,
    );
    let d_x = Arg::Pointer(d_x_at);
    let arguments =
        [x_at, d_y_at, w_at, mean_p, inv_p, sum_w_p, sum_b_p, d_x, number(batch), number(n)];
    bench.launch(&batch_norm::grad_input(&g), &arguments);
    check("grad_input", SAME, &bench.read_f32(d_x_at), &exact);

    let variance_p = Arg::Pointer(bench.f32(&running_variance));
    norm::batch_norm_inference(&g, batch, &x, &mean, &running_variance, &w, &b, &mut exact);
    let arguments = [x_at, w_at, b_at, mean_p, variance_p, Arg::Pointer(y_at), number(n)];
    bench.launch(&batch_norm::inference(&g, g.eps), &arguments);
    check("inference", SAME, &bench.read_f32(y_at), &exact);
    norm::batch_norm_inference_grad(&g, batch, &d_y, &running_variance, &w, &mut exact);
    let arguments = [d_y_at, w_at, variance_p, d_x, number(n)];
    bench.launch(&batch_norm::inference_grad(&g, g.eps), &arguments);
    check("inference_grad", SAME, &bench.read_f32(d_x_at), &exact);
}

#[test]
fn layer_norms() {
    let shapes = [(&[1][..], 1), (&[3, 10], 1), (&[2, 5, 9], 2), (&[2, 700], 1), (&[2, 3000], 1)];
    for (dims, axes) in shapes {
        for (batch, parts) in [(1, 1), (3, 1), (20, 1), (20, 3), (3, 64)] {
            for mut numbers in Numbers::both() {
                layer_norm_case(dims, axes, batch, parts, &mut numbers);
            }
        }
    }
}

fn layer_norm_case(dims: &[usize], axes: usize, batch: usize, parts: usize, numbers: &mut Numbers) {
    let g = layer_norm_of(dims, axes);
    let (f, rows) = (g.features, batch * g.rows);
    let n = rows * f;
    let mut bench = Bench::new();
    let (x, d_y, w, b) = (numbers.take(n), numbers.take(n), numbers.take(f), numbers.take(f));
    let [x_at, d_y_at, w_at, b_at] = [&x, &d_y, &w, &b].map(|x| bench.f32(x));
    let y_at = bench.f32(&vec![NOT_WRITTEN; n]);
    let [mean_at, inv_at] = [(); 2].map(|()| bench.f32(&vec![NOT_WRITTEN; rows]));
    let (mut y, mut mean, mut inv_std) = (vec![0.0; n], vec![0.0; rows], vec![0.0; rows]);
    norm::layer_norm(&g, batch, &x, &w, &b, &mut y, &mut mean, &mut inv_std);
    let [x_p, d_y_p, w_p, b_p, y_p] = [x_at, d_y_at, w_at, b_at, y_at].map(Arg::Pointer);
    let arguments = [x_p, w_p, b_p, y_p, Arg::Pointer(mean_at), Arg::Pointer(inv_at), number(rows)];
    bench.launch(&layer_norm::layer_norm(g.features, g.eps, true), &arguments);
    check("mean", numbers.limit(SUMS), &bench.read_f32(mean_at), &mean);
    check("inv_std", SUMS, &bench.read_f32(inv_at), &inv_std);
    check("y", 4.0 * SUMS, &bench.read_f32(y_at), &y);
    // The same in place.
    let in_place = Arg::Pointer(bench.f32(&x));
    bench.launch(
        &layer_norm::layer_norm(g.features, g.eps, false),
        &[in_place, w_p, b_p, in_place, number(rows)],
    );
    let Arg::Pointer(in_place) = in_place else { unreachable!() };
    check("y in place", SAME, &bench.read_f32(in_place), &bench.read_f32(y_at));

    let [mean_p, inv_p] = [&mean, &inv_std].map(|x| Arg::Pointer(bench.f32(x)));
    norm::layer_norm_grad_input(&g, batch, &x, &d_y, &w, &mean, &inv_std, &mut y);
    let d_x = bench.f32(&d_y);
    let arguments = [x_p, Arg::Pointer(d_x), w_p, mean_p, inv_p, Arg::Pointer(d_x), number(rows)];
    bench.launch(&layer_norm::grad_input(g.features), &arguments);
    // Of a single feature the inverse of the deviation is large.
    let most = f64::from(inv_std.iter().copied().fold(1.0, f32::max));
    check("d_x", 10.0 * SUMS * most, &bench.read_f32(d_x), &y);

    let (d_w, d_b) = (numbers.take(f), numbers.take(f));
    let [d_w_at, d_b_at] = [&d_w, &d_b].map(|d| bench.f32(d));
    let (mut w_exact, mut b_exact) = (d_w, d_b);
    let writes = [CpuWrite::Assign, CpuWrite::Add];
    norm::layer_norm_grad_parameters(
        &g,
        batch,
        &x,
        &d_y,
        &mean,
        &inv_std,
        writes,
        &mut w_exact,
        &mut b_exact,
    );
    let c = Channels { count: f, positions: 1 };
    let reads = [x_p, d_y_p, mean_p, inv_p];
    let make = |stage| {
        layer_norm::grad_parameters(g.features, Some(Write::Assign), Some(Write::Add), stage)
    };
    let ends = [d_w_at, d_b_at].map(Arg::Pointer);
    sum_up::<2>(&mut bench, make, [&reads, &ends], c, rows, parts);
    let scale = rows as f64;
    check("d_w", SUMS * scale, &bench.read_f32(d_w_at), &w_exact);
    check("d_b", numbers.limit(SUMS * scale), &bench.read_f32(d_b_at), &b_exact);
    let alone = bench.f32(&vec![0.0; f]);
    let make = |stage| layer_norm::grad_parameters(g.features, Some(Write::Assign), None, stage);
    sum_up::<2>(&mut bench, make, [&reads, &[Arg::Pointer(alone)]], c, rows, parts);
    check("d_w alone", SAME, &bench.read_f32(alone), &bench.read_f32(d_w_at));
}

#[test]
fn softmaxes() {
    let shapes = [
        (&[1][..], 0),
        (&[10], 0),
        (&[3, 33], 1),
        (&[2, 1500], 1),
        (&[21, 5, 4], 0),
        (&[3, 5, 7], 1),
        (&[300, 2], 0),
    ];
    for (dims, axis) in shapes {
        for log in [false, true] {
            for batch in [1, 3] {
                for mut numbers in Numbers::both() {
                    let x = numbers.take(batch * dims.iter().product::<usize>());
                    softmax_case(dims, axis, log, batch, x, &mut numbers);
                }
            }
        }
    }
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    for dims in [&[3][..], &[3, 2]] {
        for row in [[nan, 0., 1.], [inf, 0., 1.], [-inf; 3], [-inf, 0., 1.], [1e4, -1e4, 1e4]] {
            for log in [false, true] {
                let inner = dims.iter().product::<usize>() / 3;
                let x = row.iter().flat_map(|x| vec![*x; inner]).collect();
                softmax_case(dims, 0, log, 1, x, &mut Numbers { state: 5, integers: false });
            }
        }
    }
}

fn softmax_case(
    dims: &[usize],
    axis: usize,
    log: bool,
    batch: usize,
    x: Vec<f32>,
    numbers: &mut Numbers,
) {
    let g = softmax_of(dims, axis, log);
    let lines = number(batch * g.outer * g.inner);
    let mut bench = Bench::new();
    let (x_at, y_at) = (bench.f32(&x), bench.f32(&vec![NOT_WRITTEN; x.len()]));
    let mut y = x;
    nncore::kernels::softmax::softmax(&g, batch, &mut y);
    let kernel = softmax::softmax(&g);
    bench.launch(&kernel, &[Arg::Pointer(x_at), Arg::Pointer(y_at), lines]);
    check(&format!("{g:?}"), SUMS, &bench.read_f32(y_at), &y);
    bench.launch(&kernel, &[Arg::Pointer(x_at), Arg::Pointer(x_at), lines]);
    check("in place", SAME, &bench.read_f32(x_at), &bench.read_f32(y_at));

    let mut d = numbers.take(y.len());
    let (y_at, d_at) = (bench.f32(&y), bench.f32(&d));
    nncore::kernels::softmax::softmax_grad(&g, batch, &y, &mut d);
    bench.launch(
        &softmax::softmax_grad(&g),
        &[Arg::Pointer(y_at), Arg::Pointer(d_at), Arg::Pointer(d_at), lines],
    );
    check(&format!("gradient of {g:?}"), 10.0 * SUMS, &bench.read_f32(d_at), &d);
}
