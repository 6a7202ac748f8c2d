use std::format;
use std::vec;
use std::vec::Vec;

use nnplan::{BatchNorm, BatchNormArgs, LayerNorm, Shape};

use super::*;
use crate::kernels::{Write, norm as cpu};
use crate::tiny::access::View;
use crate::tiny::kernels::fixture::{Numbers, assert_bits, assert_writes, nan, read, write};

/// Two of equal length.
fn two(len: usize) -> [Vec<f32>; 2] {
    [nan(len), nan(len)]
}

#[track_caller]
fn assert_all(found: &[Vec<f32>], expected: &[Vec<f32>], what: &str) {
    for (found, expected) in found.iter().zip(expected) {
        assert_bits(found, expected, what);
    }
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
        let (x, w, b) = (read(&x), read(&w), read(&b));
        let views = BatchNormViews { x, w, b, y, mean, inv_std, running_mean, running_variance };
        batch_norm(g, batch, &views);
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
        let (kept, sums) = ([read(&mean), read(&inv_std)], [d_w, d_b]);
        let d_x = is_wanted.then_some(d_x);
        batch_norm_grad(g, batch, read(&x), read(&d_y), read(&w), kept, d_x, sums);
        assert_all(&found[1..], &expected[1..], &what);
        assert_bits(&found[0], if is_wanted { &expected[0] } else { &found[0] }, &what);
    }

    let [mut found, mut expected] = two(len);
    cpu::batch_norm_inference(g, batch, &x, &r_mean, &r_variance, &w, &b, &mut expected);
    let running = [read(&r_mean), read(&r_variance)];
    let tensors = [read(&w), read(&b)];
    batch_norm_inference(g, batch, read(&x), tensors, running, write(&mut found));
    assert_bits(&found, &expected, &what);
    cpu::batch_norm_inference_grad(g, batch, &d_y, &r_variance, &w, &mut expected);
    let d_x = write(&mut found);
    batch_norm_inference_grad(g, batch, read(&d_y), read(&w), read(&r_variance), d_x);
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
        let views =
            BatchNormViews { x, w, b: w, y, mean: m, inv_std: s, running_mean, running_variance };
        batch_norm(&g, 3, &views);
        assert_all(&found[1..], &[mean, inv_std], "equal numbers");
    }
}

fn of_rows(g: &LayerNorm, batch: usize, numbers: &mut Numbers, is_wild: bool) {
    let (len, rows) = (batch * g.rows * g.features, batch * g.rows);
    let (x, d_y) = (if is_wild { numbers.wild(len) } else { numbers.take(len) }, numbers.take(len));
    let (w, b) = (numbers.take(g.features), numbers.take(g.features));
    let what = format!("{g:?}, batch {batch}");

    let mut expected = [nan(len), nan(rows), nan(rows)];
    let mut found = expected.clone();
    {
        let [y, mean, inv_std] = &mut expected;
        cpu::layer_norm(g, batch, &x, &w, &b, y, mean, inv_std);
        let [y, mean, inv_std] = found.each_mut().map(|x| write(x));
        layer_norm(g, batch, read(&x), [read(&w), read(&b)], y, [mean, inv_std]);
    }
    assert_all(&found, &expected, &what);

    let [_, mean, inv_std] = expected;
    let kept = [read(&mean), read(&inv_std)];
    let [mut found, mut expected] = two(len);
    cpu::layer_norm_grad_input(g, batch, &x, &d_y, &w, &mean, &inv_std, &mut expected);
    layer_norm_grad_input(g, batch, read(&x), read(&d_y), read(&w), kept, write(&mut found));
    assert_bits(&found, &expected, &what);

    let grads = |ways: [Write; 2], d_w: &mut [f32], d_b: &mut [f32]| {
        cpu::layer_norm_grad_parameters(g, batch, &x, &d_y, &mean, &inv_std, ways, d_w, d_b);
    };
    let tiny = |gradients| {
        layer_norm_grad_parameters(g, batch, read(&x), read(&d_y), kept, gradients);
    };
    // Each alone, then both.
    let other = Write::Assign;
    assert_writes(
        &b,
        &what,
        |way, d_w| grads([way, other], d_w, &mut []),
        |way, d_w| tiny([(Some(d_w), way), (None, way)]),
    );
    assert_writes(
        &b,
        &what,
        |way, d_b| grads([other, way], &mut [], d_b),
        |way, d_b| tiny([(None, way), (Some(d_b), way)]),
    );
    let [mut found, mut expected] = two(2 * g.features);
    let (d_w, d_b) = expected.split_at_mut(g.features);
    grads([other; 2], d_w, d_b);
    let both: View = write(&mut found);
    let assign = crate::tiny::piece::Write::Assign;
    tiny([(Some(both), assign), (Some(both.from(g.features)), assign)]);
    assert_bits(&found, &expected, &what);
}

#[test]
fn layer_norms() {
    let shapes: [(&[usize], Option<usize>); 6] = [
        (&[1], None),
        (&[37], None),
        (&[700], None),
        (&[3, 17], Some(1)),
        (&[70, 3], Some(1)),
        (&[2, 3, 8], Some(2)),
    ];
    for (dims, axes) in shapes {
        let g = LayerNorm::new(Shape::new(dims), axes, 1e-5);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        let mut numbers = Numbers::new(g.features);
        for batch in [1, 2, 5] {
            of_rows(&g, batch, &mut numbers, false);
        }
        of_rows(&g, 3, &mut numbers, true);
    }
}
