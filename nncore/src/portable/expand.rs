//! Axes of size 1, repeated; and the gradient.

use nnplan::Expand;

use super::{Access, Out, axes};
use crate::Element;
use crate::kernels::axes::Groups;

fn groups(g: &Expand, samples: usize) -> Groups {
    let of = |axis| g.input.dim(axis) == 1;
    Groups::new(samples, &g.to, [of(0), of(1), of(2), of(3), of(4), of(5)])
}

/// `y` = `x`, repeated along its axes of size 1.
pub fn expand<A: Access>(g: &Expand, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
    axes::repeat(&groups(g, samples), x, y.to, |x| x);
}

/// `d_x` = the sum of `d_y` over what each element was repeated to.
pub fn expand_grad<A: Access>(g: &Expand, samples: usize, [d_y]: [A; 1], [d_x]: [Out<A>; 1]) {
    axes::sum(&groups(g, samples), d_y, d_x.to, A::Number::from_f64);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec;
    use std::vec::Vec;

    use nnplan::Shape;

    use super::*;
    use crate::kernels::expand as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written};

    fn check(from: &[usize], to: &[usize], n: usize) {
        let g = Expand::new(Shape::new(from), Shape::new(to));
        let what = format!("{g:?}, {n} samples");
        let (x, d_y) = (numbers(n, n * g.input.len()), numbers(n, n * g.to.len()));
        let (mut y, mut d_x) = (vec![0.0; d_y.len()], vec![0.0; x.len()]);
        cpu::expand(&g, n, &x, &mut y);
        assert_bits(&written(y.len(), |y| expand(&g, n, [read(&x)], [y])), &y, &what);
        cpu::expand_grad(&g, n, &d_y, &mut d_x);
        assert_bits(&written(x.len(), |d| expand_grad(&g, n, [read(&d_y)], [d])), &d_x, &what);
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
