use std::format;
use std::vec;
use std::vec::Vec;

use nnplan::{BatchNormArgs, Shape};

use super::*;
use crate::kernels::norm as cpu;
use crate::portable::fixture::{Numbers, absent, assert_all, assert_bits, nan, read, write};

/// Two of equal length.
fn two(len: usize) -> [Vec<f32>; 2] {
    [nan(len), nan(len)]
}

fn of_batch(g: &BatchNorm, batch: usize, numbers: &mut Numbers, is_wild: bool) {
    let (len, c) = (batch * g.channels * g.positions, g.channels);
    let (x, d_y) = (if is_wild { numbers.wild(len) } else { numbers.take(len) }, numbers.take(len));
    let (w, b, r_mean) = (numbers.take(c), numbers.take(c), numbers.take(c));
    let r_variance: Vec<f32> = numbers.take(c).iter().map(|x| x * x).collect();
    let what = format!("{g:?}, batch {batch}");

    let mut expected = [nan(len), nan(c), nan(c), r_mean.clone(), r_variance.clone()];
    let mut found = expected.clone();
    {
        let [y, mean, inv_std, r_mean, r_variance] = &mut expected;
        let mut variance = nan(c);
        cpu::batch_norm_statistics(g, batch, &x, 0..c, mean, inv_std, &mut variance);
        cpu::batch_norm_running(g, batch, mean, &variance, r_mean, r_variance);
        cpu::batch_norm_apply(g, batch, &x, mean, inv_std, &w, &b, y);
        let [y, mean, inv_std, running_mean, running_variance] = found.each_mut().map(|x| write(x));
        let reads = [read(&x), read(&w), read(&b)];
        batch_norm(g, batch, reads, [y, mean, inv_std, running_mean, running_variance]);
    }
    assert_all(&found, &expected, &what);

    let [_, mean, inv_std, ..] = expected;
    let mut expected = [nan(len), nan(c), nan(c)];
    let [d_x, d_w, d_b] = &mut expected;
    cpu::batch_norm_grad_parameters(g, batch, &x, &d_y, &mean, &inv_std, 0..c, d_w, d_b);
    cpu::batch_norm_grad_input(g, batch, batch, &x, &d_y, &mean, &inv_std, &w, d_w, d_b, d_x);
    for is_wanted in [true, false] {
        let mut found = [nan(len), nan(c), nan(c)];
        let [d_x, d_w, d_b] = found.each_mut().map(|x| write(x));
        let reads = [&x, &d_y, &w, &mean, &inv_std].map(|x| read(x));
        batch_norm_grad(g, batch, reads, [if is_wanted { d_x } else { absent() }, d_w, d_b]);
        assert_all(&found[1..], &expected[1..], &what);
        assert_bits(&found[0], if is_wanted { &expected[0] } else { &found[0] }, &what);
    }

    let [mut found, mut expected] = two(len);
    cpu::batch_norm_inference(g, batch, &x, &r_mean, &r_variance, &w, &b, &mut expected);
    let reads = [&x, &w, &b, &r_mean, &r_variance].map(|x| read(x));
    batch_norm_inference(g, batch, reads, [write(&mut found)]);
    assert_bits(&found, &expected, &what);
    cpu::batch_norm_inference_grad(g, batch, &d_y, &r_variance, &w, &mut expected);
    let reads = [&d_y, &w, &r_variance].map(|x| read(x));
    batch_norm_inference_grad(g, batch, reads, [write(&mut found)]);
    assert_bits(&found, &expected, &what);
}

#[test]
fn batch_norms() {
    let shapes: [(&[usize], bool); 6] = [
        (&[3, 4, 5], true),
        (&[2, 1, 1], true),
        (&[70, 2, 1], true),
        (&[2, 25, 41], true),
        (&[5], false),
        (&[67], false),
    ];
    for (dims, images) in shapes {
        let args = BatchNormArgs { channels: None, images, eps: 1e-5, momentum: 0.1 };
        let g = BatchNorm::new(Shape::new(dims), args);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        let mut numbers = Numbers::new(g.channels);
        for batch in [2, 3, 5, 130] {
            of_batch(&g, batch, &mut numbers, false);
        }
        of_batch(&g, 4, &mut numbers, true);
        // All alike: the variance is 0.
        let x = vec![0.1; 3 * g.channels * g.positions];
        let [mut mean, mut inv_std] = two(g.channels);
        let mut variance = nan(g.channels);
        cpu::batch_norm_statistics(
            &g,
            3,
            &x,
            0..g.channels,
            &mut mean,
            &mut inv_std,
            &mut variance,
        );
        let mut found = [nan(x.len()), nan(g.channels), nan(g.channels)];
        let [y, m, s] = found.each_mut().map(|x| write(x));
        let (mut r, w) = (two(g.channels), nan(g.channels));
        let [running_mean, running_variance] = r.each_mut().map(|x| write(x));
        let (w, x) = (read(&w), read(&x));
        batch_norm(&g, 3, [x, w, w], [y, m, s, running_mean, running_variance]);
        assert_all(&found[1..], &[mean, inv_std], "equal numbers");
    }
}
