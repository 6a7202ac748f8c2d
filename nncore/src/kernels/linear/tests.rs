use std::format;
use std::vec;
use std::vec::Vec;

use nnplan::{Linear, LinearArgs, Shape};

use super::*;
use crate::kernels::fixture::{Guarded, Numbers, exact, exact_onto};
use crate::kernels::gemm::Arithmetic;
use crate::portable;
use crate::threads::Threads;

fn layer(rows: usize, in_features: usize, out_features: usize) -> Linear {
    let input =
        if rows == 1 { Shape::new(&[in_features]) } else { Shape::new(&[rows, in_features]) };
    Linear::new(input, LinearArgs { in_features: None, out_features, bias: true })
}

fn check_one<T: Element>(exec: Exec<'_>, g: &Linear, batch: usize) {
    let mut numbers = Numbers::new((g.in_features * 31 + g.out_features) as u64);
    let rows = batch * g.rows;
    let x: Vec<T> = numbers.integers(rows * g.in_features);
    let w: Vec<T> = numbers.integers(g.weight().len());
    let b: Vec<T> = numbers.integers(g.out_features);
    let d_y: Vec<T> = numbers.integers(rows * g.out_features);
    let (d_w0, d_b0): (Vec<T>, Vec<T>) = (numbers.integers(w.len()), numbers.integers(b.len()));
    let what = format!("{g:?}, batch {batch}, {:?}", exec.arithmetic);

    for bias in [None, Some(&b[..])] {
        let mut with = *g;
        with.bias = bias.is_some();
        let [expected] = exact([&x, &w, &b], [d_y.len()], |x, y| {
            portable::linear(&with, batch, x, y);
        });
        let mut y = Guarded::nan(d_y.len());
        linear(exec, g, batch, &x, &w, bias, y.slice());
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
                portable::linear_grad_input(g, batch, [d_y, w], [d_x]);
                portable::linear_grad_weight(g, batch, [x, d_y], [d_w]);
                portable::linear_grad_bias(g, batch, [d_y], [d_b]);
            });
        let mut d_x_found = Guarded::nan(x.len());
        linear_grad_input(exec, g, batch, &d_y, &w, d_x_found.slice());
        linear_grad_weight(exec, g, batch, &x, &d_y, write, d_w_found.slice());
        linear_grad_bias(exec, g, batch, &d_y, write, d_b_found.slice());
        d_x_found.assert(&d_x, &what);
        d_w_found.assert(&d_w, &what);
        d_b_found.assert(&d_b, &what);
    }
}

#[test]
fn equals_the_portable_kernel() {
    let threads = Threads::new(3).expect("threads");
    for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
        for (rows, inputs, outputs) in
            [(1, 1, 1), (1, 7, 3), (3, 33, 5), (1, 130, 64), (5, 64, 17), (1, 784, 10)]
        {
            for batch in [0, 1, 2, 5, 33] {
                let g = layer(rows, inputs, outputs);
                check_one::<f32>(Exec::serial(arithmetic), &g, batch);
                check_one::<f64>(Exec { arithmetic, threads: &threads }, &g, batch);
            }
        }
        // Large enough to be split.
        let g = layer(1, 500, 130);
        check_one::<f32>(Exec { arithmetic, threads: &threads }, &g, 64);
    }
}

/// A property of our own dot products, which no build for size has, and on x86-64 no machine without AVX2 and FMA.
#[cfg(not(for_size))]
#[test]
fn native_outputs_of_one_sample_do_not_depend_on_its_neighbours() {
    #[cfg(target_arch = "x86_64")]
    if !(std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma")) {
        std::println!("skipped: this machine has no AVX2 or no FMA");
        return;
    }
    let g = layer(1, 300, 40);
    let mut numbers = Numbers::new(3);
    let x: Vec<f32> = numbers.fractions(20 * 300);
    let w: Vec<f32> = numbers.fractions(40 * 300);
    let exec = Exec::serial(Arithmetic::Native);
    let mut all = vec![0.0; 20 * 40];
    linear(exec, &g, 20, &x, &w, None, &mut all);
    for n in 0..20 {
        let mut one = Guarded::nan(40);
        linear(exec, &g, 1, &x[n * 300..][..300], &w, None, one.slice());
        one.assert(&all[n * 40..][..40], "batch 1 against batch 20");
    }
}
