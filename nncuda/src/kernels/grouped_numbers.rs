//! Convolutions of small groups, beside `nncore::kernels::conv2d`: equal on integers, and within [`NEAR`] on random numbers.

use nncore::kernels::Write as CpuWrite;
use nncore::kernels::conv2d as cpu;
use nncore::kernels::gemm::{Arithmetic, Exec};
use nnplan::{Activation, Conv2d, Conv2dArgs, Padding, Shape};

use super::bench::Bench;
use super::row_tests::{NOT_WRITTEN, Numbers, check, number};
use super::*;
use crate::Arg;

/// Sums of up to 280 products of numbers up to 3, in another order than the CPU's.
const NEAR: f64 = 2e-5;

/// Convolutions: image, output channels, window, stride, dilation, groups.
pub(crate) fn convolutions() -> Vec<Conv2d> {
    let of = |image: [usize; 3], out_channels, kernel, stride, dilation, groups, bias| {
        let args = Conv2dArgs {
            in_channels: None,
            out_channels,
            kernel,
            stride,
            padding: Padding::Explicit([1, 2, 0, 1]),
            dilation,
            groups: Some(groups),
            bias,
        };
        let g = Conv2d::new(Shape::new(&image), args);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        g
    };
    vec![
        of([5, 7, 6], 5, [3, 3], [1, 1], [1, 1], 5, true),
        of([4, 9, 8], 8, [3, 2], [2, 1], [1, 2], 4, true),
        of([6, 6, 7], 4, [2, 3], [1, 2], [2, 1], 2, false),
        of([16, 8, 9], 12, [7, 5], [2, 3], [1, 1], 2, true), // 280 products of an output
    ]
}

#[test]
fn small_groups_are_the_cpus() {
    let exec = Exec::serial(Arithmetic::Portable);
    for (i, g) in convolutions().iter().enumerate() {
        for (is_whole, batch) in [(true, 1), (true, 3), (false, 2)] {
            let mut numbers = Numbers { state: i as u64, integers: is_whole };
            let limit = numbers.limit(NEAR);
            let [len_x, len_y] = [g.in_channels * g.in_pixels(), g.out_channels * g.out_pixels()];
            let (x, d_y) = (numbers.take(batch * len_x), numbers.take(batch * len_y));
            let (w, b) = (numbers.take(g.weight().len()), numbers.take(g.out_channels));
            let mut bench = Bench::new();
            let [x_at, d_y_at, w_at, b_at] = [&x, &d_y, &w, &b].map(|v| Arg::Pointer(bench.f32(v)));
            let mut room = |n: usize| bench.f32(&vec![NOT_WRITTEN; n]);
            let (y_at, d_x_at, d_w_at) = (room(batch * len_y), room(batch * len_x), room(w.len()));

            let mut arguments = vec![x_at, w_at];
            arguments.extend(g.bias.then_some(b_at));
            arguments.extend([Arg::Pointer(y_at), number(batch * len_y)]);
            bench.launch(&grouped::conv2d(g, g.bias, Some(&Activation::Relu)), &arguments);
            let (mut y, mut scratch) = (vec![0.0; batch * len_y], vec![0.0; cpu::scratch_len(g)]);
            cpu::conv2d(exec, g, batch, &x, &w, g.bias.then_some(&b), &mut y, &mut scratch);
            y.iter_mut().for_each(|y| *y = y.max(0.0));
            check("y", limit, &bench.read_f32(y_at), &y);

            let arguments = [d_y_at, w_at, Arg::Pointer(d_x_at), number(batch * len_x)];
            bench.launch(&grouped::conv2d_grad_input(g), &arguments);
            let mut d_x = vec![0.0; batch * len_x];
            cpu::conv2d_grad_input(exec, g, batch, &d_y, &w, &mut d_x, &mut scratch);
            check("d_x", limit, &bench.read_f32(d_x_at), &d_x);

            let arguments = [x_at, d_y_at, Arg::Pointer(d_w_at), number(batch), number(w.len())];
            bench.launch(&grouped::conv2d_grad_weight(g, Write::Assign), &arguments);
            let mut d_w = vec![0.0; w.len()];
            let write = CpuWrite::Assign;
            cpu::conv2d_grad_weight(exec, g, batch, &x, &d_y, write, &mut d_w, &mut scratch);
            check("d_w", limit, &bench.read_f32(d_w_at), &d_w);
        }
    }
}
