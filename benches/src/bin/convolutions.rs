//! Times single convolutions on one thread of the CPU, forward and backward, a JSON object a line:
//! `convolutions [--only PART] [--batch N]`. `peers/convolutions.py` sets the forward passes beside ONNX Runtime's.

use std::time::Instant;

use clap::Parser;
use nncore::kernels::Write;
use nncore::kernels::conv2d::{conv2d, conv2d_grad_input, conv2d_grad_weight, scratch_len};
use nncore::kernels::gemm::{Arithmetic, Exec};
use nnplan::{Conv2d, Conv2dArgs, Padding, Shape};

/// Times single convolutions on one thread of the CPU: a JSON object a line.
#[derive(Parser)]
struct Options {
    /// Samples of a batch.
    #[arg(long, default_value_t = 1)]
    batch: usize,
    /// Rounds; the fastest counts.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of a round.
    #[arg(long, default_value_t = 0.05)]
    seconds: f64,
    /// The convolutions whose name contains this.
    #[arg(long, default_value = "")]
    only: String,
}

/// Channels in and out, height and width, kernel, stride, dilation, groups; padded so that the stride 1 keeps the size.
const LAYERS: [[usize; 7]; 28] = [
    [3, 32, 56, 3, 1, 1, 1],
    [32, 64, 28, 3, 1, 1, 1],
    [16, 16, 32, 3, 1, 1, 1],
    [16, 32, 32, 3, 2, 1, 1],
    [32, 32, 16, 3, 1, 1, 1],
    [64, 64, 8, 3, 1, 1, 1],
    [16, 32, 32, 1, 2, 1, 1],
    [3, 8, 96, 3, 2, 1, 1],
    [8, 8, 48, 3, 1, 1, 8],
    [8, 16, 48, 1, 1, 1, 1],
    [16, 16, 48, 3, 2, 1, 16],
    [16, 32, 24, 1, 1, 1, 1],
    [64, 64, 12, 3, 1, 1, 64],
    [64, 64, 12, 1, 1, 1, 1],
    [128, 128, 6, 3, 1, 1, 128],
    [128, 128, 6, 1, 1, 1, 1],
    [256, 256, 3, 3, 1, 1, 256],
    [256, 256, 3, 1, 1, 1, 1],
    [32, 32, 28, 5, 1, 1, 1],
    [32, 32, 28, 7, 1, 1, 1],
    [3, 64, 112, 7, 2, 1, 1],
    [64, 64, 28, 3, 1, 2, 1],
    [64, 64, 28, 3, 1, 1, 4],
    [100, 100, 28, 3, 1, 1, 1],
    [100, 100, 28, 3, 2, 1, 1],
    [32, 32, 28, 5, 2, 1, 32],
    [128, 128, 14, 3, 1, 1, 1],
    [256, 256, 14, 1, 1, 1, 1],
];

fn layer([input, output, size, kernel, stride, dilation, groups]: [usize; 7]) -> Conv2d {
    let padding = dilation * (kernel - 1) / 2;
    let args = Conv2dArgs {
        stride: [stride; 2],
        padding: Padding::Explicit([padding; 4]),
        dilation: [dilation; 2],
        groups: Some(groups),
        ..Conv2dArgs::new(Some(input), output, [kernel; 2], false)
    };
    Conv2d::new(Shape::new(&[input, size, size]), args)
}

/// Milliseconds of a call, in the fastest round.
fn best(options: &Options, mut call: impl FnMut()) -> f64 {
    let round = |_| {
        let (start, mut calls) = (Instant::now(), 0);
        while start.elapsed().as_secs_f64() < options.seconds {
            call();
            calls += 1;
        }
        1e3 * start.elapsed().as_secs_f64() / f64::from(calls)
    };
    (0..options.rounds).map(round).fold(f64::INFINITY, f64::min)
}

fn main() {
    let options = Options::parse();
    for of in LAYERS {
        let [input, output, size, kernel, stride, dilation, groups] = of;
        let name = format!(
            "{input} -> {output}, {size} x {size}, kernel {kernel}, stride {stride}, dilation {dilation}, groups {groups}"
        );
        if !name.contains(&options.only) {
            continue;
        }
        let (g, n) = (layer(of), options.batch);
        let noise = |len: usize| -> Vec<f32> {
            (0..len).map(|i| ((i * 7919) % 2003) as f32 / 1001.5 - 1.0).collect()
        };
        let (x, w, d_y) =
            (noise(n * g.input.len()), noise(g.weight().len()), noise(n * g.output().len()));
        let (mut y, mut d_x, mut d_w) = (d_y.clone(), x.clone(), w.clone());
        let mut scratch = vec![0.0; scratch_len(&g)];
        let exec = Exec::serial(Arithmetic::Native);
        let forward = best(&options, || conv2d(exec, &g, n, &x, &w, None, &mut y, &mut scratch));
        let input = best(&options, || {
            conv2d_grad_input(exec, &g, n, &d_y, &w, &mut d_x, &mut scratch);
        });
        let weight = best(&options, || {
            conv2d_grad_weight(exec, &g, n, &x, &d_y, Write::Assign, &mut d_w, &mut scratch);
        });
        let flops = 2.0 * (n * g.output().len() * g.patch()) as f64;
        let speed = |ms: f64| flops / ms / 1e6;
        println!(
            "{{\"name\": \"{name}\", \"batch\": {n}, \"forward_ms\": {forward:.5}, \"grad_input_ms\": {input:.5}, \"grad_weight_ms\": {weight:.5}, \"gflops\": [{:.0}, {:.0}, {:.0}]}}",
            speed(forward),
            speed(input),
            speed(weight)
        );
    }
}
