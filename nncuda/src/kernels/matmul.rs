//! Products of matrices that are both values, and their gradients: `batch` products a sample, a layer of blocks each.

use super::key::Matrices;
use super::operand::{Order, Side, plain};
use super::parts::Sums;
use super::product::{Place, Tile, kernel, product};
use super::size;
use crate::ptx::Kernel;

/// How a matrix of `rows` and `columns` is read: the steps from row to row and from column to column.
fn steps(rows: usize, columns: usize, transposed: bool) -> [u32; 2] {
    if transposed { [1, size(rows)] } else { [size(columns), 1] }
}

/// `y = l r` for the matrices l of (m, k) and r of (k, n), each with its steps from row to row and from column to
/// column; so has y. Parameters: l, r, y, products, the number of parts of sums in parts.
fn matrices(
    name: &str,
    tile: Tile,
    sums: Sums,
    [m, k, n]: [usize; 3],
    l: [u32; 2],
    r: [u32; 2],
    y: [u32; 2],
) -> Kernel {
    kernel(&sums.name(name), |k_| {
        let (left, right, out) = (k_.pointer(), k_.pointer(), k_.pointer());
        let products = k_.number();
        let place = Place::of(k_, tile, [k_.u32(size(m)), k_.u32(size(n))]);
        let elements = k_.u32(size(m * n));
        let share = sums.share(k_, place, products, size(k), out, [products, elements]);
        let z = share.product;
        let (left, right) = (left.at(z * size(m * k)), right.at(z * size(k * n)));
        let out = share.y.at(z * elements);
        let zero = k_.u32(0);
        let order = |across, along| match along {
            1 => Order::along(across),
            _ => Order::across(along),
        };
        let a = Side { order: order(l[0], l[1]), line: &plain(left, zero, l[0], l[1]) };
        let b = Side { order: order(r[1], r[0]), line: &plain(right, zero, r[1], r[0]) };
        product(k_, tile, place, share.depth, &a, &b, |row, column, sum| {
            out.store(row * y[0] + column * y[1], sum);
        });
    })
}

/// `y = a b`. Parameters: a, b, y, products, parts.
pub(crate) fn matmul(g: impl Into<Matrices>, tile: Tile, sums: Sums) -> Kernel {
    let g @ Matrices { m, k, n, .. } = g.into();
    let (a, b) = (steps(m, k, g.transpose_left), steps(k, n, g.transpose_right));
    matrices("matmul", tile, sums, [m, k, n], a, b, steps(m, n, false))
}

/// `d_a = d_y bᵀ`. Parameters: d_y, b, d_a, products, parts.
pub(crate) fn matmul_grad_left(g: impl Into<Matrices>, tile: Tile, sums: Sums) -> Kernel {
    let g @ Matrices { m, k, n, .. } = g.into();
    let [row, column] = steps(k, n, g.transpose_right);
    let d_a = steps(m, k, g.transpose_left);
    matrices("matmul_grad_left", tile, sums, [m, n, k], steps(m, n, false), [column, row], d_a)
}

/// `d_b = aᵀ d_y`. Parameters: a, d_y, d_b, products, parts.
pub(crate) fn matmul_grad_right(g: impl Into<Matrices>, tile: Tile, sums: Sums) -> Kernel {
    let g @ Matrices { m, k, n, .. } = g.into();
    let [row, column] = steps(m, k, g.transpose_left);
    let d_b = steps(k, n, g.transpose_right);
    matrices("matmul_grad_right", tile, sums, [k, m, n], [column, row], steps(m, n, false), d_b)
}
