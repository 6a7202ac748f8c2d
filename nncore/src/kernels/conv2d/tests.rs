use std::format;
use std::vec;
use std::vec::Vec;

use nnplan::{Conv2d, Conv2dArgs, Padding, Shape};

use super::*;
use crate::kernels::fixture::{Guarded, Numbers, exact, exact_onto};
use crate::kernels::gemm::Arithmetic;
use crate::portable;
use crate::threads::Threads;

const PLAIN: Conv2dArgs = Conv2dArgs {
    in_channels: None,
    out_channels: 4,
    kernel: [3, 3],
    stride: [1, 1],
    padding: Padding::Explicit([0; 4]),
    dilation: [1, 1],
    groups: Some(1),
    bias: true,
};

fn around(top: usize, bottom: usize, left: usize, right: usize) -> Padding {
    Padding::Explicit([top, bottom, left, right])
}

fn check_one<T: Element>(arithmetic: Arithmetic, g: &Conv2d, batch: usize) {
    let exec = Exec::serial(arithmetic);
    let mut numbers = Numbers::new(g.weight().len() as u64);
    let x: Vec<T> = numbers.integers(batch * g.input.len());
    let w: Vec<T> = numbers.integers(g.weight().len());
    let b: Vec<T> = numbers.integers(g.out_channels);
    let d_y: Vec<T> = numbers.integers(batch * g.output().len());
    let (d_w0, d_b0): (Vec<T>, Vec<T>) = (numbers.integers(w.len()), numbers.integers(b.len()));
    let mut scratch = Guarded::nan(scratch_len(g));
    let what = format!("{g:?}, batch {batch}, {arithmetic:?}");

    for bias in [None, Some(&b[..])] {
        let mut with = *g;
        with.bias = bias.is_some();
        let [expected] = exact([&x, &w, &b], [d_y.len()], |x, y| {
            portable::conv2d(&with, batch, x, y);
        });
        let mut y = Guarded::nan(d_y.len());
        conv2d(exec, g, batch, &x, &w, bias, y.slice(), scratch.slice());
        y.assert(&expected, &what);
    }

    for write in [Write::Assign, Write::Add] {
        let (mut d_w_found, mut d_b_found) = match write {
            Write::Assign => (Guarded::nan(w.len()), Guarded::nan(b.len())),
            Write::Add => (Guarded::of(&d_w0), Guarded::of(&d_b0)),
        };
        let before = [&vec![T::ZERO; x.len()], &d_w0[..], &d_b0];
        let [d_x, d_w, d_b] =
            exact_onto([&x, &w, &d_y], before, write, |[x, w, d_y], [d_x, d_w, d_b]| {
                portable::conv2d_grad_input(g, batch, [d_y, w], [d_x]);
                portable::conv2d_grad_weight(g, batch, [x, d_y], [d_w]);
                portable::conv2d_grad_bias(g, batch, [d_y], [d_b]);
            });
        let mut d_x_found = Guarded::nan(x.len());
        conv2d_grad_input(exec, g, batch, &d_y, &w, d_x_found.slice(), scratch.slice());
        let d_w_slice = d_w_found.slice();
        conv2d_grad_weight(exec, g, batch, &x, &d_y, write, d_w_slice, scratch.slice());
        conv2d_grad_bias(g, batch, &d_y, write, d_b_found.slice());
        d_x_found.assert(&d_x, &what);
        d_w_found.assert(&d_w, &what);
        d_b_found.assert(&d_b, &what);
    }
    scratch.assert_guards(&what);
    #[cfg(vectors)]
    for machine in crate::kernels::moved::Machine::all().skip(1) {
        check_machine(machine, arithmetic, g, batch, [&x, &w, &b, &d_y], scratch.slice());
    }
}

/// The implicit product in other instructions than the best of this machine.
#[cfg(vectors)]
fn check_machine<T: Element>(
    machine: crate::kernels::moved::Machine,
    arithmetic: Arithmetic,
    g: &Conv2d,
    batch: usize,
    operands: [&[T]; 4],
    scratch: &mut [T],
) {
    if implicit::machine::<T>(arithmetic, g).is_none() {
        return;
    }
    let [x, w, b, d_y] = operands.map(numbers);
    let scratch = numbers_mut(scratch);
    let what = format!("{g:?}, batch {batch}, {machine:?}");
    let [y] = exact([x, w, b], [d_y.len()], |x, y| portable::conv2d(g, batch, x, y));
    let [d_x] = exact([d_y, w], [x.len()], |x, y| portable::conv2d_grad_input(g, batch, x, y));
    let [d_w] = exact([x, d_y], [w.len()], |x, y| portable::conv2d_grad_weight(g, batch, x, y));
    let mut found = Guarded::nan(d_y.len());
    let b = g.bias.then_some(b);
    implicit::forward(
        machine,
        &Threads::serial(),
        g,
        batch,
        x,
        w,
        b,
        Finish::default(),
        found.slice(),
        scratch,
    );
    found.assert(&y, &what);
    let mut found = Guarded::nan(x.len());
    implicit::grad_input(machine, g, batch, d_y, w, found.slice(), scratch);
    found.assert(&d_x, &what);
    let mut found = Guarded::nan(w.len());
    implicit::grad_weight(machine, g, batch, x, d_y, Write::Assign, found.slice(), scratch);
    found.assert(&d_w, &what);
}

fn check(input: [usize; 3], args: Conv2dArgs) {
    let g = Conv2d::new(Shape::new(&input), args);
    assert!(g.fault().is_none(), "{:?}", g.fault());
    for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
        check_one::<f32>(arithmetic, &g, 2);
        check_one::<f64>(arithmetic, &g, 1);
    }
    check_one::<f32>(Arithmetic::Native, &g, 0);
}

#[test]
fn sizes() {
    for (c, h, w) in [(5, 3, 3), (5, 5, 7), (6, 8, 8), (9, 13, 11), (5, 17, 16)] {
        for out_channels in [4, 5, 7, 16, 17] {
            check([c, h, w], Conv2dArgs { out_channels, ..PLAIN });
        }
    }
}

#[test]
fn kernels_strides_paddings_and_dilations() {
    let paddings = [
        around(0, 0, 0, 0),
        around(1, 1, 1, 1),
        around(0, 2, 1, 0),
        around(3, 1, 0, 4),
        Padding::Same,
    ];
    for kernel in [[1, 1], [3, 3], [2, 5], [4, 1]] {
        for stride in [[1, 1], [2, 2], [1, 3], [3, 1]] {
            for padding in paddings {
                for dilation in [[1, 1], [2, 1], [2, 2]] {
                    let args = Conv2dArgs { kernel, stride, padding, dilation, ..PLAIN };
                    check([5, 9, 10], args);
                    // By direct loops.
                    let args = Conv2dArgs { out_channels: 3, ..args };
                    check([3, 9, 10], args);
                }
            }
        }
    }
}

/// Rows longer than what is computed in one go.
#[test]
fn long_rows() {
    for stride in [[1, 1], [2, 2]] {
        let args = Conv2dArgs { stride, padding: around(1, 1, 1, 1), ..PLAIN };
        check([2, 5, 601], args);
        check([2, 5, 601], Conv2dArgs { padding: around(0, 0, 0, 0), ..args });
    }
}

#[test]
fn few_pixels() {
    for (channels, out_channels) in [(64, 8), (67, 13), (80, 1)] {
        for [height, width] in [[3, 3], [1, 1], [2, 5], [3, 4]] {
            let args = Conv2dArgs { out_channels, kernel: [1, 1], ..PLAIN };
            check([channels, height, width], args);
        }
    }
}

#[test]
fn groups_and_depthwise() {
    for stride in [[1, 1], [2, 2]] {
        for padding in [around(0, 0, 0, 0), around(1, 0, 2, 1)] {
            for (channels, out_channels, groups) in
                [(6, 6, Some(6)), (6, 6, None), (6, 12, None), (12, 10, Some(2)), (20, 15, Some(5))]
            {
                let args = Conv2dArgs { out_channels, groups, stride, padding, ..PLAIN };
                check([channels, 12, 19], args);
                check([channels, 12, 19], Conv2dArgs { kernel: [1, 1], ..args });
            }
        }
    }
}

#[test]
fn padding_wider_than_the_image() {
    let args = Conv2dArgs { padding: around(4, 4, 5, 5), ..PLAIN };
    check([5, 2, 1], args);
    check([1, 2, 1], Conv2dArgs { out_channels: 1, ..args });
    let args = Conv2dArgs { kernel: [5, 5], padding: Padding::Same, ..PLAIN };
    check([5, 1, 2], args);
    check([2, 1, 2], args);
}

#[test]
fn scratch_is_made_where_it_is_used() {
    let layer = |channels, args| Conv2d::new(Shape::new(&[channels, 6, 6]), args);
    let implicit = |g: &Conv2d| {
        #[cfg(vectors)]
        return factors_len(g) + room::scratch_len(g);
        #[cfg(not(vectors))]
        return g.input.len() * 0;
    };
    let check = |layer: Conv2d, columns: usize| {
        assert_eq!(scratch_len(&layer), columns.max(implicit(&layer)), "{layer:?}");
    };
    check(layer(8, PLAIN), 8 * 9 * 16);
    check(layer(8, Conv2dArgs { kernel: [1, 1], ..PLAIN }), 0);
    check(layer(8, Conv2dArgs { kernel: [1, 1], stride: [2, 2], ..PLAIN }), 8 * 9);
    check(layer(4, Conv2dArgs { groups: None, ..PLAIN }), 0);
    // No planes and nothing apart: a tap and its mask.
    #[cfg(vectors)]
    assert_eq!(implicit(&layer(8, Conv2dArgs { kernel: [1, 1], ..PLAIN })), 32 + 16 + 16);
}

/// By hand; `y[0]` = 1 + (0·0 + 1·1 + 2·3 + 3·4) + (4·9 + 5·10 + 6·12 + 7·13).
#[test]
fn a_case_by_hand() {
    let g = Conv2d::new(
        Shape::new(&[2, 3, 3]),
        Conv2dArgs { out_channels: 2, kernel: [2, 2], ..PLAIN },
    );
    let (x, w): (Vec<f32>, Vec<f32>) =
        ((0..18).map(|i| i as f32).collect(), (0..16).map(|i| i as f32).collect());
    let mut y = Guarded::nan(8);
    let exec = Exec::serial(Arithmetic::Native);
    let mut scratch = vec![f32::NAN; scratch_len(&g)];
    conv2d(exec, &g, 1, &x, &w, Some(&[1.0, -1.0]), y.slice(), &mut scratch);
    y.assert(&[269.0, 297.0, 353.0, 381.0, 683.0, 775.0, 959.0, 1051.0], "by hand");
}

/// With a norm whose mean is far from 0, and a ReLU, against the plain calls in `f64`.
#[test]
fn norm_and_relu_in_the_same_call() {
    let shapes: [([usize; 3], Conv2dArgs); 6] = [
        ([5, 9, 11], Conv2dArgs { padding: around(1, 1, 1, 1), ..PLAIN }),
        ([5, 9, 11], Conv2dArgs { bias: false, ..PLAIN }),
        ([16, 8, 8], Conv2dArgs { out_channels: 19, kernel: [1, 1], ..PLAIN }),
        ([6, 7, 7], Conv2dArgs { out_channels: 6, groups: None, padding: Padding::Same, ..PLAIN }),
        ([8, 9, 9], Conv2dArgs { stride: [2, 2], padding: around(1, 1, 1, 1), ..PLAIN }),
        ([70, 3, 3], Conv2dArgs { kernel: [1, 1], ..PLAIN }),
    ];
    for (input, args) in shapes {
        let g = Conv2d::new(Shape::new(&input), args);
        let exec = Exec::serial(Arithmetic::Native);
        if !is_joined::<f32>(exec, &g) {
            std::eprintln!("*** this machine joins no calls; nothing is checked");
            return;
        }
        let (batch, o, mut numbers) = (2, g.out_channels, Numbers::new(9));
        let x: Vec<f32> = numbers.fractions(batch * g.input.len());
        let w: Vec<f32> = numbers.fractions(g.weight().len());
        let b: Vec<f32> = numbers.fractions(o);
        let [weight, bias, mean]: [Vec<f32>; 3] = [(); 3].map(|()| numbers.fractions(o));
        let mean: Vec<f32> = mean.iter().map(|m| 100.0 * m).collect();
        let variance: Vec<f32> = (0..o).map(|i| 0.01 + i as f32).collect();
        let [plain] = exact::<f32, 3, 1>([&x, &w, &b], [batch * g.output().len()], |x, y| {
            portable::conv2d(&g, batch, x, y);
        });
        for relu in [false, true] {
            let norm = Norm { eps: 1e-5, tensors: [&weight[..], &bias, &mean, &variance] };
            let mut scratch = Guarded::nan(scratch_len(&g));
            let mut y = Guarded::nan(plain.len());
            let (then, to) = ((Some(norm), relu), y.slice());
            let with = g.bias.then_some(&b[..]);
            conv2d_then(exec, &g, batch, [&x, &w], with, then, to, scratch.slice());
            let what = format!("{g:?}, ReLU {relu}");
            scratch.assert_guards(&what);
            y.assert_guards(&what);
            for (i, (found, plain)) in y.slice().iter().zip(&plain).enumerate() {
                let c = i / g.out_pixels() % o;
                let d = f64::from(*plain) - f64::from(mean[c]);
                let factor = f64::from(weight[c]) / (f64::from(variance[c]) + 1e-5).sqrt();
                let expected = d * factor + f64::from(bias[c]);
                let expected = if relu { expected.max(0.0) } else { expected };
                // The distance is rounded to a number of its own size, then multiplied.
                let most = 1e-5 * (1.0 + d.abs() * factor.abs());
                let error = (f64::from(*found) - expected).abs();
                assert!(error <= most, "{what}: element {i} is {found}, expected {expected}");
            }
        }
    }
}

#[cfg(feature = "threads")]
#[test]
fn threads_change_no_bit() {
    let shapes: [([usize; 3], Conv2dArgs); 3] = [
        ([16, 32, 32], Conv2dArgs { out_channels: 37, padding: around(1, 1, 1, 1), ..PLAIN }),
        ([64, 20, 20], Conv2dArgs { out_channels: 100, kernel: [1, 1], ..PLAIN }),
        (
            [15, 64, 64],
            Conv2dArgs { out_channels: 30, groups: Some(5), padding: Padding::Same, ..PLAIN },
        ),
    ];
    for (input, args) in shapes {
        let g = Conv2d::new(Shape::new(&input), args);
        let mut numbers = Numbers::new(4);
        let x: Vec<f32> = numbers.fractions(g.input.len());
        let w: Vec<f32> = numbers.fractions(g.weight().len());
        let b: Vec<f32> = numbers.fractions(g.out_channels);
        let run = |count| {
            let threads = Threads::new(count).expect("threads");
            let exec = Exec { arithmetic: Arithmetic::Native, threads: &threads };
            let mut y = Guarded::<f32>::nan(g.output().len());
            let mut scratch = vec![f32::NAN; scratch_len(&g)];
            conv2d(exec, &g, 1, &x, &w, Some(&b), y.slice(), &mut scratch);
            y.assert_guards("threads");
            y.slice().iter().map(|y| y.to_bits()).collect::<Vec<u32>>()
        };
        let one = run(1);
        for count in [2, 3, 8] {
            assert!(run(count) == one, "{g:?} on {count} threads");
        }
    }
}
