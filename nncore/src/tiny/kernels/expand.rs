//! Axes of size 1, repeated; and the gradient.

use nnplan::Expand;

use super::axes;
use crate::kernels::axes::Groups;
use crate::tiny::access::View;

fn groups(g: &Expand, n: usize) -> Groups {
    let of = |axis| g.input.dim(axis) == 1;
    Groups::new(n, &g.to, [of(0), of(1), of(2), of(3), of(4), of(5)])
}

/// `y` = `x`, repeated along its axes of size 1, of so many samples.
pub(in crate::tiny) fn expand(g: &Expand, n: usize, x: View, y: View) {
    axes::repeat(&groups(g, n), x, y, |x| x);
}

/// `d_x` = the sum of `d_y` over what each element was repeated to.
pub(in crate::tiny) fn expand_grad(g: &Expand, n: usize, d_y: View, d_x: View) {
    axes::sum(&groups(g, n), d_y, d_x, |sum| sum as f32);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::expand as cpu;
    use crate::tiny::kernels::fixture::{assert_bits, numbers, read, written};

    fn check(from: &[usize], to: &[usize], n: usize) {
        let g = Expand::new(Shape::new(from), Shape::new(to));
        let what = format!("{g:?}, {n} samples");
        let (x, d_y) = (numbers(n, n * g.input.len()), numbers(n, n * g.to.len()));
        let (mut y, mut d_x) = (vec![0.0; d_y.len()], vec![0.0; x.len()]);
        cpu::expand(&g, n, &x, &mut y);
        assert_bits(&written(y.len(), |y| expand(&g, n, read(&x), y)), &y, &what);
        cpu::expand_grad(&g, n, &d_y, &mut d_x);
        assert_bits(&written(x.len(), |d| expand_grad(&g, n, read(&d_y), d)), &d_x, &what);
    }

    #[test]
    fn has_the_bits_of_the_cpu() {
        for to in [&[1][..], &[530], &[3, 17], &[67, 5], &[2, 3, 4], &[5, 1, 23], &[2, 3, 4, 5]] {
            for mask in 0..1 << to.len() {
                let size = |(i, n): (usize, &usize)| if mask >> i & 1 == 1 { 1 } else { *n };
                let from: Vec<usize> = to.iter().enumerate().map(size).collect();
                (1..=5).for_each(|n| check(&from, to, n));
            }
        }
    }
}
