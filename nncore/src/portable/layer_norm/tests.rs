use std::format;
use std::vec::Vec;

use nnplan::Shape;

use super::*;
use crate::kernels::{Write, norm as cpu};
use crate::portable::fixture::{
    Numbers, absent, assert_all, assert_bits, assert_writes, nan, read, write,
};

/// Two of equal length.
fn two(len: usize) -> [Vec<f32>; 2] {
    [nan(len), nan(len)]
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
        layer_norm(g, batch, [read(&x), read(&w), read(&b)], [y, mean, inv_std]);
    }
    assert_all(&found, &expected, &what);

    let [_, mean, inv_std] = expected;
    let [mut found, mut expected] = two(len);
    cpu::layer_norm_grad_input(g, batch, &x, &d_y, &w, &mean, &inv_std, &mut expected);
    let reads = [&x, &d_y, &w, &mean, &inv_std].map(|x| read(x));
    layer_norm_grad_input(g, batch, reads, [write(&mut found)]);
    assert_bits(&found, &expected, &what);

    let grads = |ways: [Write; 2], d_w: &mut [f32], d_b: &mut [f32]| {
        cpu::layer_norm_grad_parameters(g, batch, &x, &d_y, &mean, &inv_std, ways, d_w, d_b);
    };
    let portable = |gradients| {
        let reads = [&x, &d_y, &mean, &inv_std].map(|x| read(x));
        layer_norm_grad_parameters(g, batch, reads, gradients);
    };
    // Each alone, then both.
    let other = Write::Assign;
    assert_writes(
        &b,
        &what,
        |way, d_w| grads([way, other], d_w, &mut []),
        |d_w| portable([d_w, absent()]),
    );
    assert_writes(
        &b,
        &what,
        |way, d_b| grads([other, way], &mut [], d_b),
        |d_b| portable([absent(), d_b]),
    );
    let [mut found, mut expected] = two(2 * g.features);
    let (d_w, d_b) = expected.split_at_mut(g.features);
    grads([other; 2], d_w, d_b);
    let both = write(&mut found);
    portable([both, both.from(g.features)]);
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
