//! Each pixel as a block of equal ones, and the gradient.
//!
//! Of one layer: `x` is (batch, channels, height, width), `y` the same with `scale` times the height and the width.

use nnplan::Upsample2d;

use super::sums::zero;
use super::{Access, Out};

/// Rows of the input and their width.
#[cfg_attr(not(debug_assertions), inline(always))]
fn size(g: &Upsample2d, samples: usize) -> (usize, usize) {
    (samples * g.input.dim(0) * g.input.dim(1), g.input.dim(2))
}

/// Calls `f` with each output's number and the number of the pixel it comes from.
#[cfg_attr(not(debug_assertions), inline(always))]
fn for_outputs(g: &Upsample2d, samples: usize, mut f: impl FnMut(usize, usize)) {
    let (rows, width) = size(g, samples);
    let [down, across] = g.scale;
    let mut output = 0;
    for row in 0..rows {
        for _ in 0..down {
            for column in 0..width {
                for _ in 0..across {
                    f(output, row * width + column);
                    output += 1;
                }
            }
        }
    }
}

/// `y[i, j] = x[i / scale h, j / scale w]`
pub fn upsample2d<A: Access>(g: &Upsample2d, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    for_outputs(g, samples, |output, pixel| y.to.set(output, x.get(pixel)));
}

/// `d_x` = the sum of `d_y` over each block, row by row.
pub fn upsample2d_grad<A: Access>(
    g: &Upsample2d,
    samples: usize,
    [d_y]: [A; 1],
    [d_x]: [Out<A>; 1],
) {
    let ((rows, width), d_x) = (size(g, samples), d_x.to);
    zero(d_x, rows * width);
    for_outputs(g, samples, |output, pixel| d_x.set(pixel, d_x.get(pixel) + d_y.get(output)));
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::upsample2d as cpu;
    use crate::portable::fixture::{Numbers, assert_bits, nan, read, write};

    #[test]
    fn has_the_bits_of_the_cpu() {
        for input in [[1, 1, 1], [2, 3, 5], [3, 7, 2]] {
            for scale in [[1, 1], [2, 2], [1, 2], [3, 3], [2, 4], [4, 5]] {
                let g = Upsample2d::new(Shape::new(&input), scale);
                for batch in [1, 3] {
                    let mut numbers = Numbers::new(scale[1]);
                    let x = numbers.take(batch * g.input.len());
                    let d_y = numbers.take(batch * g.output().len());
                    let what = format!("{g:?}, batch {batch}");
                    let (mut found, mut expected) = (nan(d_y.len()), nan(d_y.len()));
                    cpu::upsample2d(&g, batch, &x, &mut expected);
                    upsample2d(&g, batch, [read(&x)], [write(&mut found)]);
                    assert_bits(&found, &expected, &what);
                    let (mut found, mut expected) = (nan(x.len()), nan(x.len()));
                    cpu::upsample2d_grad(&g, batch, &d_y, &mut expected);
                    upsample2d_grad(&g, batch, [read(&d_y)], [write(&mut found)]);
                    assert_bits(&found, &expected, &what);
                }
            }
        }
    }
}
